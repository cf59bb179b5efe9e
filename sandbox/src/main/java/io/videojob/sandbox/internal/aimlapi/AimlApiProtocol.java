package io.videojob.sandbox.internal.aimlapi;

import io.videojob.sandbox.internal.engine.Admission;
import io.videojob.sandbox.internal.engine.Order;
import io.videojob.sandbox.internal.engine.Protocol;
import io.videojob.sandbox.internal.engine.Vendor;
import io.videojob.sandbox.internal.engine.VendorJob;
import io.videojob.sandbox.internal.engine.Visit;
import io.videojob.sandbox.internal.engine.Worked;
import io.videojob.sandbox.internal.http.RequestHead;
import io.videojob.sandbox.internal.schema.Model;
import io.videojob.sandbox.internal.schema.Problem;
import io.videojob.sandbox.script.AimlApiAnswers;
import io.videojob.sandbox.script.Answer;
import io.videojob.sandbox.script.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * AI/ML API as docs.aimlapi.com has it: one address for all video models, one for pictures, the usage log, and the list
 * of models.
 */
public final class AimlApiProtocol implements Protocol {
    private static final String VIDEOS = "/v2/video/generations";
    private static final String IMAGES = "/v1/images/generations";
    private static final String LOGS = "/v2/logs";
    /** Anything else in this header is silently dropped (capabilities/request-tracing-and-cost). */
    private static final Pattern CLIENT_REQUEST_ID = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

    private static final int LONGEST_HEADER = 4000;

    private final Vendor vendor;
    private final AimlApiLogs logs;
    private final AimlApiModels models;
    private volatile Duration imageTime = Duration.ZERO;

    public AimlApiProtocol(Vendor vendor) {
        this.vendor = vendor;
        this.logs = new AimlApiLogs(vendor);
        this.models = new AimlApiModels(vendor);
    }

    /** The vendor's word for how a job stands. */
    public static String word(VendorJob job, Instant now) {
        return AimlApiBodies.word(job, now);
    }

    public AimlApiLogs logs() {
        return logs;
    }

    /** How long the answer to a picture's create takes, in the vendor's time. */
    public void imageTime(Duration vendorTime) {
        imageTime = vendorTime;
    }

    @Override
    public Optional<Operation> operation(RequestHead head) {
        if (head.method().equals("GET")
                && AimlApiModels.PATH.matcher(head.path()).matches()) {
            return Optional.of(Operation.LIST);
        }
        return switch (head.method() + " " + head.path()) {
            case "POST " + VIDEOS, "POST " + IMAGES -> Optional.of(Operation.CREATE);
            case "GET " + VIDEOS -> Optional.of(Operation.LOOK);
            case "GET " + LOGS -> Optional.of(Operation.LOOKUP);
            default -> Optional.empty();
        };
    }

    @Override
    public Worked work(Visit visit) throws InterruptedException {
        if (visit.operation() == Operation.LIST) {
            return Worked.answer(models.answer(visit.head())); // no key needed
        }
        if (!isKeyRight(visit)) {
            return Worked.answer(AimlApiAnswers.unauthorized());
        }
        return switch (visit.operation()) {
            case CREATE -> create(visit);
            case LOOK -> look(visit);
            default -> Worked.answer(logs.answer(visit.head()));
        };
    }

    private Worked create(Visit visit) throws InterruptedException {
        Worked worked = tryCreate(visit);
        if (worked.job().isEmpty()) {
            logs.refused(visit, clientRequestId(visit));
        }
        return worked;
    }

    private Worked tryCreate(Visit visit) throws InterruptedException {
        Map<String, @Nullable Object> input =
                new LinkedHashMap<>(visit.request().json());
        if (!(input.remove("model") instanceof String name)) {
            return Worked.answer(AimlApiAnswers.invalidBody("Required"));
        }
        Optional<Model> model = vendor.models()
                .find(name)
                .filter(found -> found.makesImages() == visit.head().path().equals(IMAGES));
        if (model.isEmpty()) {
            return Worked.answer(AimlApiAnswers.notFound());
        }
        List<Problem> problems = model.get().check(input);
        String[] hints = problems.stream()
                .filter(AimlApiProtocol::isRefused)
                .map(Problem::hint)
                .toArray(String[]::new);
        if (hints.length > 0) {
            return Worked.refused(
                    AimlApiAnswers.invalidBody(hints).header("X-Sandbox-Problems", inHeader(problems)), problems);
        }
        Duration usual = model.get().makesImages() ? imageTime : vendor.runTime();
        String id = UUID.randomUUID() + ":" + model.get().slug();
        Admission admission = vendor.admit(new Order(id, model.get(), visit.request(), input, usual, Optional.empty()));
        if (admission.job().isEmpty()) {
            return Worked.refused(AimlApiAnswers.tooManyRequests(), problems);
        }
        return made(admission.job().get(), visit).with(problems);
    }

    /** In the few characters that a header may hold, and not more than clients take. */
    private static String inHeader(List<Problem> problems) {
        String text = problems.toString().replaceAll("[^ -~]", "?");
        return text.substring(0, Math.min(text.length(), LONGEST_HEADER));
    }

    /** Unknown fields are ignored, and numbers taken as text: the documents' own samples do both, and ran. */
    private static boolean isRefused(Problem problem) {
        return problem.kind() == Problem.Kind.INVALID || problem.kind() == Problem.Kind.NULL_VALUE;
    }

    private Worked made(VendorJob job, Visit visit) throws InterruptedException {
        logs.made(job, visit, clientRequestId(visit));
        if (!job.model().makesImages()) {
            return Worked.job(AimlApiBodies.queued(job, vendor.pace().now()), job);
        }
        job.awaitEnd();
        return Worked.job(AimlApiBodies.images(job, vendor), job);
    }

    private Worked look(Visit visit) {
        Optional<String> id = visit.head().parameter("generation_id");
        if (id.isEmpty()) {
            return Worked.answer(AimlApiAnswers.invalidBody("Required"));
        }
        // no route gives a picture again
        return vendor.jobs()
                .find(id.get())
                .filter(job -> !job.model().makesImages())
                .map(job -> Worked.job(AimlApiBodies.state(job, vendor.pace().now()), job))
                .orElseGet(() -> Worked.answer(AimlApiAnswers.notFound()));
    }

    @Override
    public Answer noSuchPath() {
        return AimlApiAnswers.notFound();
    }

    @Override
    public Answer dress(Answer answer, Visit visit, Optional<VendorJob> job) {
        if (visit.operation() == Operation.RESULT) {
            return answer;
        }
        Answer dressed = answer.header("x-request-id", visit.requestId());
        Optional<String> tag = clientRequestId(visit);
        if (tag.isPresent()) {
            dressed = dressed.header("x-client-request-id", tag.get());
        }
        return job.isPresent() ? dressed.header("x-inference-id", job.get().id()) : dressed;
    }

    @Override
    public void refusedByFault(Visit visit) {
        if (visit.operation() == Operation.CREATE && isKeyRight(visit)) {
            logs.refused(visit, clientRequestId(visit));
        }
    }

    private boolean isKeyRight(Visit visit) {
        return visit.head()
                .header("Authorization")
                .filter(value -> value.equals("Bearer " + vendor.key()))
                .isPresent();
    }

    private static Optional<String> clientRequestId(Visit visit) {
        return visit.head()
                .header("X-Client-Request-Id")
                .filter(id -> CLIENT_REQUEST_ID.matcher(id).matches());
    }
}
