package io.videojob.http;

import com.squareup.moshi.JsonEncodingException;
import io.videojob.ProtocolException;
import io.videojob.ProviderException;
import io.videojob.RefusalReason;
import io.videojob.TransportException;
import io.videojob.VendorAnswer;
import io.videojob.VideoJobException;
import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import retrofit2.Call;
import retrofit2.Response;

/** Asks what costs nothing, once: the next look is the retry. */
public final class Reads {
    private Reads() {}

    /**
     * The body of a 2xx.
     *
     * @param call from {@link VendorHttp#reads}
     * @throws ProviderException if the vendor refused, or redirected
     * @throws TransportException if nothing came back
     * @throws ProtocolException if what came back can't be read, or is no more than {@code null}
     */
    public static <T> T get(Call<T> call, ErrorTable table) {
        T body = response(call, table).body();
        if (body == null) {
            throw new ProtocolException(Exchange.of(call).tell("an answer without a body"), null, null);
        }
        return body;
    }

    /**
     * What a look brings, or empty if the vendor says that there is no such thing.
     *
     * @throws VideoJobException as the look, but for {@link RefusalReason#NOT_FOUND}
     */
    public static <T> Optional<T> find(Supplier<T> look) {
        try {
            return Optional.of(look.get());
        } catch (ProviderException no) {
            if (no.reason() == RefusalReason.NOT_FOUND) {
                return Optional.empty();
            }
            throw no;
        }
    }

    /** For a vendor that says in the body of a 2xx that it knows no such job. */
    public static ProviderException notFound(String vendor, VendorAnswer words) {
        return new ProviderException(vendor + ": knows no such job: " + words, RefusalReason.NOT_FOUND, null, words);
    }

    /**
     * A 2xx with its headers; its body may be null.
     *
     * @throws VideoJobException as {@link #get}
     */
    public static <T> Response<T> response(Call<T> call, ErrorTable table) {
        Exchange exchange = Exchange.of(call);
        Response<T> response = execute(call, exchange);
        if (!response.isSuccessful()) {
            throw refused(exchange, exchange.error(response), table);
        }
        return response;
    }

    private static <T> Response<T> execute(Call<T> call, Exchange exchange) {
        try {
            return call.execute();
        } catch (EOFException | JsonEncodingException | java.net.ProtocolException | AnswerLimit.TooLong e) {
            throw unreadable(exchange, e);
        } catch (IOException e) {
            throw new TransportException(exchange.tell(exchange.why(e)), exchange.clean(e));
        } catch (RuntimeException | AssertionError e) {
            // JSON of another form; what a record's constructor throws comes as an AssertionError
            throw unreadable(exchange, e);
        }
    }

    private static ProtocolException unreadable(Exchange exchange, Throwable failure) {
        return new ProtocolException(
                exchange.tell("an answer that can't be read: " + exchange.why(failure)),
                VendorAnswer.of(exchange.status(), null),
                exchange.clean(failure));
    }

    private static ProviderException refused(Exchange exchange, ErrorBody error, ErrorTable table) {
        VendorAnswer answer = error.isRedirect() ? Creates.moved(exchange, error) : error.answer();
        RefusalReason reason = error.isRedirect() ? RefusalReason.UNAVAILABLE : table.reason(error);
        String message = error.isRedirect() ? answer.toString() : exchange.tell(answer.toString());
        return new ProviderException(message, reason, exchange.retryAfter().orElse(null), answer);
    }
}
