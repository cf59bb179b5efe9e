package io.videojob.http;

import com.squareup.moshi.JsonEncodingException;
import io.videojob.VendorAnswer;
import io.videojob.http.VendorHttp.Account;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/** One call's way over the wire: whether it left, and the head of its answer, which outlives a broken body. */
final class Exchange {
    private final Account account;
    private final String where;
    private final Duration timeout;
    private volatile boolean left;
    private volatile @Nullable Response head;

    Exchange(Account account, Request request, Duration timeout) {
        this.account = account;
        this.where =
                request.method() + " " + request.url().newBuilder().query(null).build();
        this.timeout = timeout;
    }

    /** @throws RuntimeException if the call's request can't be written */
    static Exchange of(Call<?> call) {
        return of(call.request());
    }

    static Exchange of(Request request) {
        Exchange exchange = request.tag(Exchange.class);
        if (exchange == null) {
            throw new IllegalArgumentException("a call that no VendorHttp made: " + request.method() + " "
                    + request.url().host());
        }
        return exchange;
    }

    void leaves() throws IOException {
        if (left) {
            throw new IOException("the connection broke; nothing is sent twice");
        }
        left = true;
    }

    void answered(Response response) {
        head = response;
    }

    /** False if provably not a byte of the request went out. */
    boolean left() {
        return left;
    }

    /** The answer's status; 0 if none came. */
    int status() {
        Response answer = head;
        return answer == null ? 0 : answer.code();
    }

    Optional<Duration> retryAfter() {
        return Optional.ofNullable(head).flatMap(RetryAfter::of);
    }

    @Nullable
    String suspectedId() {
        Response answer = head;
        String header = account.suspectedIdHeader();
        String id = answer == null || header == null ? null : answer.header(header);
        return id == null || id.isBlank() ? null : id.strip();
    }

    ErrorBody error(retrofit2.Response<?> response) {
        String text = "";
        try (okhttp3.ResponseBody body = response.errorBody()) {
            text = body == null ? "" : body.string();
        } catch (IOException unreadable) {
            // no words, then
        }
        return ErrorBody.read(response, text, account.redactor()::strike);
    }

    /** Words for people: who, where, what. */
    String tell(String what) {
        return account.redactor().strike(account.vendor() + ": " + what + " (" + where + ")");
    }

    /** The answer's status, if there is one, and what is wrong with the answer or the way. */
    VendorAnswer broken(Throwable failure) {
        return VendorAnswer.of(status(), tell(why(failure)));
    }

    /** What failed, in words without secrets. */
    String why(Throwable failure) {
        String message = failure.getMessage();
        if (failure instanceof UnknownHostException) {
            return "the host is unknown";
        }
        if (failure instanceof InterruptedIOException && Thread.currentThread().isInterrupted()) {
            return "interrupted";
        }
        if (failure instanceof InterruptedIOException) {
            return left ? "no whole answer within " + timeout.toMillis() / 1000.0 + " s" : "no connection in time";
        }
        if (failure instanceof JsonEncodingException) {
            return "it is no JSON";
        }
        return account.redactor().strike(message == null ? failure.getClass().getSimpleName() : message);
    }

    Throwable clean(Throwable failure) {
        return account.redactor().clean(failure);
    }
}
