package io.videojob.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;

/**
 * Ends answers that are too long, counted as they are read: after decompression, whatever length they claim. Of an error's
 * body it keeps what came, because there the status says it all.
 */
final class AnswerLimit implements Interceptor {
    static final long LONGEST = 8L << 20;
    private static final long LONGEST_ERROR = 1L << 20;

    /** The answer went on beyond the limit. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1;

        TooLong() {
            super("the answer is longer than " + (LONGEST >> 20) + " MiB");
        }
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        ResponseBody body = response.body();
        if (body == null) {
            return response;
        }
        if (!response.isSuccessful()) {
            return response.newBuilder().body(whatCame(body)).build();
        }
        BufferedSource counted = Okio.buffer(new Counted(body.source()));
        return response.newBuilder()
                .body(ResponseBody.create(counted, body.contentType(), body.contentLength()))
                .build();
    }

    private static ResponseBody whatCame(ResponseBody body) {
        Buffer kept = new Buffer();
        try (BufferedSource source = body.source()) {
            while (kept.size() < LONGEST_ERROR && source.read(kept, 8192) >= 0) {}
        } catch (IOException broken) {
            // the status has come, and says no without these words too
        }
        return ResponseBody.create(kept, body.contentType(), kept.size());
    }

    private static final class Counted extends ForwardingSource {
        private long count;

        Counted(Source source) {
            super(source);
        }

        @Override
        public long read(Buffer sink, long byteCount) throws IOException {
            long read = super.read(sink, byteCount);
            count += Math.max(read, 0);
            if (count > LONGEST) {
                throw new TooLong();
            }
            return read;
        }
    }
}
