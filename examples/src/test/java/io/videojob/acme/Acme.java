package io.videojob.acme;

import static java.util.Objects.requireNonNull;

import io.videojob.Billing;
import io.videojob.FailureReason;
import io.videojob.RefusalReason;
import io.videojob.acme.AcmeWire.Film;
import io.videojob.catalog.Profiles;
import io.videojob.http.AccountBuilder;
import io.videojob.http.Creates;
import io.videojob.http.ErrorBody;
import io.videojob.http.ErrorTable;
import io.videojob.http.FailureWords;
import io.videojob.http.HttpProvider;
import io.videojob.http.Outputs;
import io.videojob.http.Reads;
import io.videojob.http.StatusWords;
import io.videojob.spi.Lookup;
import io.videojob.spi.ProviderTraits;
import io.videojob.spi.Submission;
import io.videojob.spi.SubmitOutcome;
import io.videojob.spi.VendorState;
import io.videojob.spi.VendorState.Phase;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Acme, studio.acme.example. With so few words of its own it needs no mapper beside it. */
public final class Acme extends HttpProvider {
    private static final StatusWords WORDS = new StatusWords(Map.of(
            Phase.QUEUED, List.of("on the shelf"),
            Phase.RUNNING, List.of("drawing", "inking"),
            Phase.SUCCEEDED, List.of("in the can"),
            Phase.FAILED, List.of("spoiled")));

    private static final ErrorTable ERRORS = error ->
            error.says("all easels are taken") ? RefusalReason.CONCURRENCY_LIMITED : ErrorTable.byStatus(error);

    private static final FailureWords REASONS = new FailureWords()
            .row(FailureReason.CONTENT_REJECTED, "indecent")
            .row(FailureReason.VENDOR_FAULT, "spilled ink");

    private Acme(AccountBuilder<Acme> account) {
        super(
                account,
                (http, key) -> http.header("Acme-Ticket", key),
                ProviderTraits.builder(Profiles.read(Acme.class, "models.json")).maxInFlight(3));
    }

    /** Begins an account. */
    public static AccountBuilder<Acme> builder() {
        return new AccountBuilder<>("acme", "ACME_TICKET", URI.create("https://studio.acme.example"), Acme::new);
    }

    @Override
    public SubmitOutcome submit(Submission sent) {
        Map<String, Object> order = Map.of("style", sent.model(), "script", sent.body(), "reference", sent.sendTag());
        AcmeWire wire = http().creates(AcmeWire.class, sent.timeout());
        return Creates.send(wire.order(order), ERRORS, answer -> {
            Film film = requireNonNull(answer.body());
            return film.number() == null ? null : SubmitOutcome.accepted(film.number(), state(film));
        });
    }

    @Override
    public VendorState fetch(String vendorJobId) {
        return state(Reads.get(http().reads(AcmeWire.class).film(vendorJobId), ERRORS));
    }

    /** An order has our tag as its reference: what is listed under it is ours. */
    @Override
    public Lookup locate(Submission sent, Predicate<String> claimed) {
        List<Film> films = Reads.get(http().reads(AcmeWire.class).films(sent.sendTag()), ERRORS);
        return films.stream()
                .flatMap(film -> Stream.ofNullable(film.number()))
                .findFirst()
                .map(Lookup::found)
                .orElseGet(Lookup::notSeen);
    }

    private static VendorState state(Film film) {
        VendorState.Builder state = WORDS.state(film.stage());
        Phase phase = WORDS.phase(film.stage()).orElse(Phase.RUNNING);
        if (phase == Phase.SUCCEEDED) {
            state.outputs(Outputs.of(film.reels(), List.of("href"))).billing(Billing.BILLED);
        } else if (phase == Phase.FAILED) {
            ErrorBody error = ErrorBody.ofJob(film.complaint());
            state.failure(REASONS.reason(error), error.answer()).billing(Billing.NOT_BILLED);
        }
        return state.build();
    }
}
