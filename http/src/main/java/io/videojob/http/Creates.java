package io.videojob.http;

import io.videojob.RefusalReason;
import io.videojob.VendorAnswer;
import io.videojob.spi.SubmitOutcome;
import java.io.IOException;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Response;

/** Sends what costs money, once, and says what it came to. */
public final class Creates {
    /** The answers after which no vendor has made anything. Every other one may come after the work was begun. */
    private static final Set<Integer> REFUSALS = Set.of(400, 401, 402, 403, 404, 413, 415, 422, 429);

    private Creates() {}

    /**
     * Sends one create. Never throws for what the wire does:
     *
     * <ul>
     *   <li>nothing left this machine: {@code NOT_SENT}
     *   <li>400 401 402 403 404 413 415 422 429, and a 5xx of which the table knows it: {@code REFUSED}
     *   <li>3xx: {@code REFUSED}, because the base URL moved; never followed
     *   <li>2xx that {@code accepted} can read: what it says
     *   <li>anything else: {@code UNCERTAIN}, with the suspected id that the answer's head carried
     * </ul>
     *
     * @param call from {@link VendorHttp#creates}
     * @param accepted reads a 2xx with a body; null if the answer names no job
     */
    public static <T> SubmitOutcome send(
            Call<T> call, ErrorTable table, Function<Response<T>, @Nullable SubmitOutcome> accepted) {
        Exchange exchange;
        try {
            exchange = Exchange.of(call);
        } catch (RuntimeException unwritable) {
            return SubmitOutcome.refused(
                    RefusalReason.INVALID_REQUEST,
                    VendorAnswer.ofMessage("the request can't be written, nothing was sent: " + unwritable),
                    null);
        }
        try {
            Response<T> response = call.execute();
            return response.isSuccessful()
                    ? read(exchange, response, accepted)
                    : said(exchange, exchange.error(response), table);
        } catch (IOException | RuntimeException | AssertionError e) {
            return exchange.left()
                    ? SubmitOutcome.uncertain(exchange.broken(e), exchange.suspectedId())
                    : SubmitOutcome.notSent(exchange.tell(exchange.why(e)));
        }
    }

    private static <T> SubmitOutcome read(
            Exchange exchange, Response<T> response, Function<Response<T>, @Nullable SubmitOutcome> accepted) {
        SubmitOutcome outcome = response.body() == null ? null : accepted.apply(response);
        return outcome != null
                ? outcome
                : SubmitOutcome.uncertain(
                        VendorAnswer.of(response.code(), exchange.tell("a good answer that names no job")),
                        exchange.suspectedId());
    }

    private static SubmitOutcome said(Exchange exchange, ErrorBody error, ErrorTable table) {
        if (error.isRedirect()) {
            return SubmitOutcome.refused(RefusalReason.UNAVAILABLE, moved(exchange, error), null);
        }
        if (REFUSALS.contains(error.status()) || (error.status() >= 500 && table.provesNothingMade(error))) {
            return SubmitOutcome.refused(
                    table.reason(error), error.answer(), exchange.retryAfter().orElse(null));
        }
        return SubmitOutcome.uncertain(error.answer(), exchange.suspectedId());
    }

    static VendorAnswer moved(Exchange exchange, ErrorBody error) {
        return VendorAnswer.of(
                error.status(),
                exchange.tell("base URL moved: the vendor answered with a redirect, which is never followed; set the"
                        + " provider's base-url to the new address"));
    }
}
