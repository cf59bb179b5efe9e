package io.videojob.atelier;

import static java.util.Objects.requireNonNull;

import io.videojob.Billing;
import io.videojob.FailureReason;
import io.videojob.Listing;
import io.videojob.RefusalReason;
import io.videojob.atelier.AtelierWire.Film;
import io.videojob.catalog.Profiles;
import io.videojob.http.AccountBuilder;
import io.videojob.http.Cancels;
import io.videojob.http.Creates;
import io.videojob.http.ErrorBody;
import io.videojob.http.ErrorTable;
import io.videojob.http.FailureWords;
import io.videojob.http.HttpProvider;
import io.videojob.http.JobLists;
import io.videojob.http.Outputs;
import io.videojob.http.Reads;
import io.videojob.http.StatusWords;
import io.videojob.spi.CancelOutcome;
import io.videojob.spi.ListedJobs;
import io.videojob.spi.Lookup;
import io.videojob.spi.ProviderTraits;
import io.videojob.spi.Submission;
import io.videojob.spi.SubmitOutcome;
import io.videojob.spi.VendorState;
import io.videojob.spi.VendorState.Phase;
import io.videojob.webhook.WebhookDelivery;
import io.videojob.webhook.WebhookEvent;
import io.videojob.webhook.WebhookKeys;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Atelier, studio.atelier.example. With so few words of its own it needs no mapper beside it. */
public final class Atelier extends HttpProvider {
    private static final StatusWords WORDS = new StatusWords(Map.of(
            Phase.QUEUED, List.of("on the shelf"),
            Phase.RUNNING, List.of("drawing", "inking"),
            Phase.SUCCEEDED, List.of("in the can"),
            Phase.FAILED, List.of("spoiled"),
            Phase.CANCELED, List.of("torn up")));

    private static final ErrorTable ERRORS = error ->
            error.says("all easels are taken") ? RefusalReason.CONCURRENCY_LIMITED : ErrorTable.byStatus(error);

    private static final FailureWords REASONS = new FailureWords()
            .row(FailureReason.CONTENT_REJECTED, "indecent")
            .row(FailureReason.VENDOR_FAULT, "spilled ink");

    private final JobLists films = JobLists.beside(this, ERRORS, WORDS);

    private Atelier(AccountBuilder<Atelier> account) {
        super(
                account,
                (http, key) -> http.header("Atelier-Ticket", key).suspectedIdHeader("Atelier-Film"),
                ProviderTraits.builder(Profiles.read(Atelier.class, "models.json"))
                        .maxInFlight(3)
                        .webhooks(true)
                        .listing(Listing.ALL));
    }

    /** Begins an account. */
    public static AccountBuilder<Atelier> builder() {
        return new AccountBuilder<>(
                "atelier", "ATELIER_TICKET", URI.create("https://studio.atelier.example"), Atelier::new);
    }

    @Override
    public SubmitOutcome submit(Submission sent) {
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("style", sent.model());
        order.put("script", sent.body());
        order.put("reference", sent.sendTag());
        sent.webhookUrl().ifPresent(url -> order.put("call", url.toString()));
        sent.webhookSecret().ifPresent(secret -> order.put("seal", secret));
        AtelierWire wire = http().creates(AtelierWire.class, sent.timeout());
        return Creates.send(wire.order(order), ERRORS, answer -> {
            Film film = requireNonNull(answer.body());
            return film.number() == null || film.number().isBlank()
                    ? null
                    : SubmitOutcome.accepted(film.number(), state(film));
        });
    }

    @Override
    public VendorState fetch(String vendorJobId) {
        return state(Reads.get(wire().film(vendorJobId), ERRORS));
    }

    /** An order has our tag as its reference: what is listed under it is ours. */
    @Override
    public Lookup locate(Submission sent, Predicate<String> claimed) {
        List<Film> films = Reads.get(wire().films(sent.sendTag()), ERRORS).films();
        if (films == null) {
            return Lookup.canNotTell("its answer has no list of films");
        }
        return films.stream()
                .flatMap(film -> Stream.ofNullable(film.number()))
                .findFirst()
                .map(Lookup::found)
                .orElseGet(Lookup::notSeen);
    }

    @Override
    public ListedJobs listJobs(Instant from, Instant to, @Nullable String mark) {
        return films.page(from, to, mark);
    }

    @Override
    public CancelOutcome cancel(String vendorJobId) {
        return Cancels.send(wire().stop(vendorJobId), ERRORS, Set.of(409));
    }

    @Override
    public WebhookEvent parseWebhook(WebhookDelivery delivery, WebhookKeys keys) {
        return AtelierWebhook.read(delivery, keys);
    }

    private AtelierWire wire() {
        return http().reads(AtelierWire.class);
    }

    private static VendorState state(Film film) {
        String stage = film.stage() == null ? "" : film.stage().toString();
        VendorState.Builder state = WORDS.state(stage);
        Phase phase = WORDS.phase(stage).orElse(Phase.RUNNING);
        if (phase == Phase.SUCCEEDED) {
            state.outputs(Outputs.of(film.reels(), List.of("href"))).billing(Billing.BILLED);
        } else if (phase == Phase.FAILED) {
            ErrorBody error = ErrorBody.ofJob(film.complaint());
            state.failure(REASONS.reason(error), error.answer()).billing(Billing.NOT_BILLED);
        }
        return state.build();
    }
}
