package io.videojob.aimlapi;

import static io.videojob.aimlapi.AimlApiMapper.ERRORS;

import io.videojob.Billing;
import io.videojob.Cost;
import io.videojob.FailureReason;
import io.videojob.Output;
import io.videojob.ProviderException;
import io.videojob.RefusalReason;
import io.videojob.VendorAnswer;
import io.videojob.VideoJobException;
import io.videojob.http.AccountBuilder;
import io.videojob.http.Creates;
import io.videojob.http.HttpProvider;
import io.videojob.http.Json;
import io.videojob.http.Reads;
import io.videojob.http.VendorHttp;
import io.videojob.spi.Lookup;
import io.videojob.spi.ProviderTraits;
import io.videojob.spi.Submission;
import io.videojob.spi.SubmitOutcome;
import io.videojob.spi.VendorState;
import io.videojob.spi.VendorState.Phase;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import retrofit2.Response;

/** AI/ML API, api.aimlapi.com. Models whose profile has the hint {@code endpoint=images} go to its images route. */
public final class AimlApi extends HttpProvider {
    /** Ids that {@link #fetch} answers by itself, because no route does: images made, creates refused. */
    private static final String IMAGE = "videojob.image:";

    private static final String REFUSED = "videojob.refused:";
    private static final VendorAnswer LOST_IMAGES = VendorAnswer.ofMessage(
            "the images were made and their answer is lost; the vendor has no route that returns images again");
    private static final VendorAnswer UNKNOWN_REFUSAL = VendorAnswer.ofMessage(
            "the vendor's log lists this create as failed, and so as not billed; the answer that said why is lost");
    private static final String INFERENCE_ID = "x-inference-id";
    private static final String USD_SPENT = "x-aimlapi-usd-spent";
    /** A log row has the time at which its request was made; so far may the two clocks differ. */
    private static final Duration AROUND = Duration.ofMinutes(15);

    private static final int PAGE = 100;
    private static final int MOST_ROWS = 20 * PAGE;

    private AimlApi(Builder account) {
        super(account, account.way(), ProviderTraits.builder(Models.ALL));
    }

    /** With the key in {@code AIMLAPI_KEY}; a {@link io.videojob.ConfigurationException} if it isn't there. */
    public static AimlApi fromEnv() {
        return builder().keyFromEnv().build();
    }

    /** With a key from elsewhere. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public SubmitOutcome submit(Submission submission) {
        Map<String, Object> body = new LinkedHashMap<>(Map.of("model", submission.model()));
        submission.body().forEach(body::putIfAbsent);
        AimlApiWire wire = http().creates(AimlApiWire.class, submission.timeout());
        return isImage(submission)
                ? Creates.send(wire.images(submission.sendTag(), body), ERRORS, answer -> made(submission, answer))
                : Creates.send(wire.create(submission.sendTag(), body), ERRORS, AimlApi::accepted);
    }

    private static @Nullable SubmitOutcome accepted(Response<AimlApiWire.Generation> answer) {
        AimlApiWire.Generation job = Objects.requireNonNull(answer.body());
        return Stream.of(job.id(), job.generationId())
                .filter(id -> id != null && !id.isBlank())
                .map(id -> SubmitOutcome.accepted(
                        id, AimlApiMapper.state(job, answer.headers().get(USD_SPENT))))
                .findFirst()
                .orElse(null);
    }

    /** Final: the images are in this answer, or nowhere. */
    private static @Nullable SubmitOutcome made(Submission submission, Response<AimlApiWire.Images> answer) {
        AimlApiWire.Images made = Objects.requireNonNull(answer.body());
        Object format = submission.body().getOrDefault("output_format", "png");
        List<Output> outputs = AimlApiMapper.images(made.data(), format);
        String id = answer.headers().get(INFERENCE_ID);
        VendorState state = VendorState.builder(Phase.SUCCEEDED, "succeeded")
                .outputs(outputs)
                .cost(AimlApiMapper.cost(made.meta(), answer.headers().get(USD_SPENT), Cost.Source.CHARGED))
                .build();
        return outputs.isEmpty()
                ? null
                : SubmitOutcome.accepted(IMAGE + (id == null ? submission.sendTag() : id), state);
    }

    @Override
    public VendorState fetch(String vendorJobId) {
        if (vendorJobId.startsWith(IMAGE)) {
            return AimlApiMapper.failed("succeeded", FailureReason.RESULT_LOST, LOST_IMAGES, Billing.BILLED);
        }
        if (vendorJobId.startsWith(REFUSED)) {
            return AimlApiMapper.failed("failed", FailureReason.OTHER, UNKNOWN_REFUSAL, Billing.NOT_BILLED);
        }
        return AimlApiMapper.state(Reads.get(wire().generation(vendorJobId), ERRORS), null);
    }

    /**
     * Looks at the suspected id, then for our tag in the log, which lists requests that have ended, the refused ones too. A tag
     * is unique to its send, so the row is our create's. Succeeded: that job. Failed, and polls know its id: that job. Failed,
     * and they don't: no job was made, and "a failed request is billed nothing"; found, then, is an id that {@link #fetch}
     * answers so. No such row proves nothing: the job may still run.
     */
    @Override
    public Lookup locate(Submission submission, Predicate<String> claimed) {
        String suspected =
                submission.suspectedId().filter(id -> !claimed.test(id)).orElse(null);
        if (suspected != null && !isImage(submission) && mayBe(suspected)) {
            return Lookup.found(suspected);
        }
        String from = submission.sentAt().minus(AROUND).toString();
        String to = submission.sentAt().plus(AROUND).toString();
        for (int offset = 0; offset < MOST_ROWS; offset += PAGE) {
            AimlApiWire.Logs page = Reads.get(wire().logs(from, to, PAGE, offset), ERRORS);
            List<AimlApiWire.Row> rows = page.data() == null ? List.of() : page.data();
            Optional<AimlApiWire.Row> ours = rows.stream()
                    .filter(row -> submission.sendTag().equals(row.clientRequestId()))
                    .findFirst();
            if (ours.isPresent()) {
                return Lookup.found(settled(ours.get(), submission));
            }
            if (rows.isEmpty() || !Boolean.TRUE.equals(Json.at(page.pagination(), "has_more"))) {
                return Lookup.notSeen();
            }
        }
        return Lookup.canNotTell("its log has over " + MOST_ROWS + " requests of that time");
    }

    private String settled(AimlApiWire.Row row, Submission submission) {
        String id = row.inferenceId();
        boolean made = !"failed".equalsIgnoreCase(row.status());
        if (isImage(submission) && made) {
            return IMAGE + id;
        }
        return id != null && !isImage(submission) && (made || isKnown(id)) ? id : REFUSED + submission.sendTag();
    }

    /** A look that fails proves nothing; the log may. */
    private boolean mayBe(String suspectedId) {
        try {
            return isKnown(suspectedId);
        } catch (VideoJobException failedLook) {
            return false;
        }
    }

    private boolean isKnown(String id) {
        try {
            return !fetch(id).word().equalsIgnoreCase("unknown");
        } catch (ProviderException no) {
            if (no.reason() == RefusalReason.NOT_FOUND || no.reason() == RefusalReason.INVALID_REQUEST) {
                return false;
            }
            throw no;
        }
    }

    private AimlApiWire wire() {
        return http().reads(AimlApiWire.class);
    }

    private static boolean isImage(Submission submission) {
        return submission
                .profile()
                .filter(p -> "images".equals(p.hints().get("endpoint")))
                .isPresent();
    }

    /** Collects settings; only the key has no default. */
    public static final class Builder extends AccountBuilder<Builder> {
        private Builder() {
            super("aimlapi", "AIMLAPI_KEY", URI.create("https://api.aimlapi.com"));
        }

        private VendorHttp way() {
            return http().header("Authorization", "Bearer " + key())
                    .suspectedIdHeader(INFERENCE_ID)
                    .build();
        }

        @Override
        public AimlApi build() {
            return new AimlApi(this);
        }
    }
}
