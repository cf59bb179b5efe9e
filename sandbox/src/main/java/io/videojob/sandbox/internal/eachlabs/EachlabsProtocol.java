package io.videojob.sandbox.internal.eachlabs;

import io.videojob.sandbox.internal.engine.Protocol;
import io.videojob.sandbox.internal.engine.Vendor;
import io.videojob.sandbox.internal.engine.VendorJob;
import io.videojob.sandbox.internal.engine.Visit;
import io.videojob.sandbox.internal.engine.Worked;
import io.videojob.sandbox.internal.http.RequestHead;
import io.videojob.sandbox.internal.json.Json;
import io.videojob.sandbox.script.Answer;
import io.videojob.sandbox.script.EachlabsAnswers;
import io.videojob.sandbox.script.Operation;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Eachlabs as eachlabs/mintlify-docs has it: predictions, executions, the record of webhooks, and the models. */
public final class EachlabsProtocol implements Protocol {
    private static final Pattern CREATE = Pattern.compile("/v1/prediction/?");
    private static final Pattern LOOK = Pattern.compile("/v1/prediction/([^/]+)");
    private static final Pattern CANCEL = Pattern.compile("/v1/prediction/([^/]+)/cancel");
    private static final Pattern EXECUTIONS = Pattern.compile("/v[12]/executions");
    private static final Pattern WEBHOOKS = Pattern.compile("/v1/webhooks(?:/([^/]+))?");

    private final Vendor vendor;
    private final EachlabsCreates creates;
    private final EachlabsExecutions executions;
    private final Webhooks webhooks;
    private final EachlabsUploads uploads;
    private final EachlabsModels models;

    public EachlabsProtocol(Vendor vendor) {
        this.vendor = vendor;
        this.webhooks = new Webhooks(vendor);
        this.creates = new EachlabsCreates(vendor);
        this.uploads = new EachlabsUploads(vendor);
        this.models = new EachlabsModels(vendor);
        this.executions = new EachlabsExecutions(vendor);
    }

    /** The vendor's word for how a job stands. */
    public static String word(VendorJob job, Instant now) {
        return EachlabsBodies.word(job, now);
    }

    public Webhooks webhooks() {
        return webhooks;
    }

    @Override
    public Optional<Operation> operation(RequestHead head) {
        String path = head.path();
        if (head.method().equals("POST")) {
            if (CREATE.matcher(path).matches()) {
                return Optional.of(Operation.CREATE);
            }
            if (path.equals(EachlabsUploads.SIGN)) {
                return Optional.of(Operation.SIGN);
            }
            return CANCEL.matcher(path).matches() ? Optional.of(Operation.CANCEL) : Optional.empty();
        }
        if (head.method().equals("PUT")) {
            return EachlabsUploads.PUT.matcher(path).matches() ? Optional.of(Operation.UPLOAD) : Optional.empty();
        }
        if (!head.method().equals("GET")) {
            return Optional.empty();
        }
        if (EachlabsModels.PATH.matcher(path).matches()) {
            return Optional.of(Operation.LIST);
        }
        if (LOOK.matcher(path).matches()) {
            return Optional.of(Operation.LOOK);
        }
        boolean lookup =
                EXECUTIONS.matcher(path).matches() || WEBHOOKS.matcher(path).matches();
        return lookup ? Optional.of(Operation.LOOKUP) : Optional.empty();
    }

    @Override
    public Worked work(Visit visit) {
        boolean create = visit.operation() == Operation.CREATE;
        if (visit.operation() == Operation.UPLOAD) {
            return Worked.answer(uploads.put(visit)); // the signature in the address is the key
        }
        if (visit.operation() == Operation.LIST) {
            return Worked.answer(models.answer(visit.head())); // no key needed
        }
        if (!isKeyRight(visit.head())) {
            return Worked.answer(create ? EachlabsAnswers.unauthorized() : EachlabsAnswers.unauthorizedLook());
        }
        return switch (visit.operation()) {
            case CREATE -> creates.create(visit);
            case LOOK -> ofJob(visit, LOOK, job -> EachlabsBodies.prediction(job, vendor));
            case SIGN -> Worked.answer(uploads.sign(visit));
            case CANCEL -> ofJob(visit, CANCEL, this::cancel);
            default -> Worked.answer(lookup(visit.head()));
        };
    }

    private Worked ofJob(Visit visit, Pattern path, Function<VendorJob, Answer> answer) {
        Matcher matcher = path.matcher(visit.head().path());
        return Optional.of(matcher)
                .filter(Matcher::matches)
                .flatMap(found -> vendor.jobs().find(found.group(1)))
                .map(job -> Worked.job(answer.apply(job), job))
                .orElseGet(() -> Worked.answer(EachlabsAnswers.predictionNotFound()));
    }

    private Answer cancel(VendorJob job) {
        vendor.jobs().cancel(job);
        return Answer.json(
                200,
                Json.write(Json.object(
                        "status", "cancelled",
                        "message", "Prediction canceled successfully",
                        "predictionID", job.id())));
    }

    private Answer lookup(RequestHead head) {
        Matcher webhook = WEBHOOKS.matcher(head.path());
        if (!webhook.matches()) {
            return executions.answer(head);
        }
        String id = webhook.group(1);
        return id == null ? webhooks.list(head) : webhooks.one(id);
    }

    private boolean isKeyRight(RequestHead head) {
        boolean own = head.header("X-API-Key").filter(vendor.key()::equals).isPresent();
        String bearer = "Bearer " + vendor.key();
        return own || head.header("Authorization").filter(bearer::equals).isPresent();
    }

    @Override
    public Answer noSuchPath() {
        return EachlabsAnswers.notFound();
    }

    @Override
    public Answer dress(Answer answer, Visit visit, Optional<VendorJob> job) {
        String requestId = visit.head().header("X-Request-Id").orElse(visit.requestId());
        return visit.operation() == Operation.RESULT ? answer : answer.header("X-Request-Id", requestId);
    }
}
