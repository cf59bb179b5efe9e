package io.videojob.aimlapi;

import static io.videojob.aimlapi.AimlApiMapper.ERRORS;
import static io.videojob.aimlapi.AimlApiMapper.INFERENCE_ID;

import io.videojob.Listing;
import io.videojob.VideoJobException;
import io.videojob.catalog.Profiles;
import io.videojob.http.AccountBuilder;
import io.videojob.http.Creates;
import io.videojob.http.HttpProvider;
import io.videojob.http.JobLists;
import io.videojob.http.Reads;
import io.videojob.http.SettledId;
import io.videojob.http.TagSearch;
import io.videojob.spi.ListedJob;
import io.videojob.spi.ListedJobs;
import io.videojob.spi.Lookup;
import io.videojob.spi.ProviderTraits;
import io.videojob.spi.Submission;
import io.videojob.spi.SubmitOutcome;
import io.videojob.spi.VendorState;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** AI/ML API, api.aimlapi.com. Models whose profile has the hint {@code endpoint=images} go to its images route. */
public final class AimlApi extends HttpProvider {
    /** A log row has the time at which its request was made; so far may the two clocks differ. */
    private static final Duration AROUND = Duration.ofMinutes(15);

    private final JobLists log = JobLists.beside(this, ERRORS, AimlApiMapper.WORDS);

    private AimlApi(AccountBuilder<AimlApi> account) {
        super(
                account,
                (http, key) -> http.bearer(key).suspectedIdHeader(INFERENCE_ID),
                ProviderTraits.builder(Profiles.read(AimlApi.class, "models/index.json"))
                        .listing(Listing.ENDED));
    }

    /** With the key in {@code AIMLAPI_KEY}; a {@link io.videojob.ConfigurationException} if it isn't there. */
    public static AimlApi fromEnv() {
        return builder().apiKeyFromEnv().build();
    }

    /** With a key from elsewhere. */
    public static AccountBuilder<AimlApi> builder() {
        return new AccountBuilder<>("aimlapi", "AIMLAPI_KEY", URI.create("https://api.aimlapi.com"), AimlApi::new);
    }

    @Override
    public SubmitOutcome submit(Submission submission) {
        Map<String, Object> body = new LinkedHashMap<>(submission.body());
        body.put("model", submission.model());
        AimlApiWire wire = http().creates(AimlApiWire.class, submission.timeout());
        return isImage(submission)
                ? Creates.send(wire.images(submission.sendTag(), body), ERRORS, a -> AimlApiMapper.made(a, submission))
                : Creates.send(wire.create(submission.sendTag(), body), ERRORS, AimlApiMapper::accepted);
    }

    @Override
    public VendorState fetch(String vendorJobId) {
        return SettledId.state(vendorJobId)
                .orElseGet(() -> AimlApiMapper.looked(Reads.get(wire().generation(vendorJobId), ERRORS)));
    }

    @Override
    public ListedJobs listJobs(Instant from, Instant to, @Nullable String mark) {
        return log.page(from, to, mark);
    }

    /**
     * Looks at the suspected id, then for our tag in the log, which lists requests that have ended, the refused ones too.
     * Succeeded: that job; of images the answer is gone. Failed, and a poll knows the id: that job. Failed, and no poll knows
     * it: nothing was made, and "a failed request is billed nothing". No row proves nothing: the job may still run.
     */
    @Override
    public Lookup locate(Submission submission, Predicate<String> claimed) {
        String suspected = submission.suspectedId().filter(claimed.negate()).orElse(null);
        if (suspected != null && !isImage(submission) && mayBe(suspected)) {
            return Lookup.found(suspected);
        }
        Instant from = submission.sentAt().minus(AROUND);
        Instant to = submission.sentAt().plus(AROUND);
        return TagSearch.among(submission, mark -> listJobs(from, to, mark), row -> settled(row, submission));
    }

    private Lookup settled(ListedJob row, Submission submission) {
        String id = row.id().orElse(null);
        boolean made = !"failed".equals(row.word());
        if (!isImage(submission) && (made || (id != null && isKnown(id)))) {
            return id == null ? Lookup.canNotTell("its log has it as succeeded, but without its id") : Lookup.found(id);
        }
        String about = id == null ? submission.sendTag() : id;
        return Lookup.found(made ? SettledId.givenOnce(about) : SettledId.neverMade(about));
    }

    private boolean mayBe(String suspectedId) {
        try {
            return isKnown(suspectedId);
        } catch (VideoJobException failedLook) {
            return false; // which proves nothing; the log may
        }
    }

    private boolean isKnown(String id) {
        return Reads.find(() -> fetch(id)).isPresent();
    }

    private AimlApiWire wire() {
        return http().reads(AimlApiWire.class);
    }

    private static boolean isImage(Submission submission) {
        return "images"
                .equals(submission.profile().map(p -> p.hints().get("endpoint")).orElse(""));
    }
}
