package io.videojob.sandbox.internal.eachlabs;

import io.videojob.sandbox.internal.engine.Admission;
import io.videojob.sandbox.internal.engine.Order;
import io.videojob.sandbox.internal.engine.Vendor;
import io.videojob.sandbox.internal.engine.VendorJob;
import io.videojob.sandbox.internal.engine.Visit;
import io.videojob.sandbox.internal.engine.Worked;
import io.videojob.sandbox.internal.json.Json;
import io.videojob.sandbox.internal.schema.Model;
import io.videojob.sandbox.internal.schema.Problem;
import io.videojob.sandbox.script.Answer;
import io.videojob.sandbox.script.EachlabsAnswers;
import io.videojob.sandbox.script.Failure;
import io.videojob.sandbox.script.JobScript;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/prediction}: what makes a prediction, and every way it is refused. */
final class EachlabsCreates {
    /** The queue's limit, about a megabyte. */
    private static final int LARGEST_BODY = 1024 * 1024;

    private final Vendor vendor;

    EachlabsCreates(Vendor vendor) {
        this.vendor = vendor;
    }

    Worked create(Visit visit) {
        String text = visit.request().body();
        if (text.getBytes(StandardCharsets.UTF_8).length > LARGEST_BODY) {
            return Worked.answer(EachlabsAnswers.tooLarge());
        }
        Map<String, @Nullable Object> body;
        try {
            body = Json.asObject(Json.read(text));
        } catch (IllegalArgumentException e) {
            return Worked.answer(EachlabsAnswers.malformed());
        }
        return envelopeProblem(body).map(Worked::answer).orElseGet(() -> create(visit, body));
    }

    /** What is wrong around the input; {@code version} and unknown fields are ignored. */
    private Optional<Answer> envelopeProblem(Map<String, @Nullable Object> body) {
        if (!(body.get("model") instanceof String model) || model.isEmpty()) {
            return Optional.of(EachlabsAnswers.modelMissing());
        }
        if (body.containsKey("fallback_selector")) {
            return Optional.of(EachlabsAnswers.fallbackNotEnabled());
        }
        if (vendor.models().find(model).isEmpty()) {
            return Optional.of(EachlabsAnswers.modelNotFound());
        }
        return body.get("input") instanceof Map ? Optional.empty() : Optional.of(EachlabsAnswers.badRequest());
    }

    private Worked create(Visit visit, Map<String, @Nullable Object> body) {
        Model model = vendor.models().find(visit.request().model()).orElseThrow();
        Map<String, @Nullable Object> input = Json.asObject(body.get("input"));
        List<Problem> problems = model.check(input);
        if (problems.stream().anyMatch(problem -> problem.kind() == Problem.Kind.NULL_VALUE)) {
            return Worked.refused(EachlabsAnswers.createFailed(), problems); // a null was seen to end in a 500
        }
        if (!problems.isEmpty()) {
            String[] details = problems.stream().map(Problem::toString).toArray(String[]::new);
            return Worked.refused(EachlabsAnswers.invalidInput(details), problems);
        }
        Admission admission = vendor.admit(new Order(
                UUID.randomUUID().toString(),
                model,
                visit.request(),
                input,
                vendor.runTime(),
                elementWithoutViews(input) ? Optional.of(doomed()) : Optional.empty()));
        if (admission.job().isPresent()) {
            VendorJob job = admission.job().get();
            return Worked.job(EachlabsBodies.created(job), job);
        }
        return Worked.answer(
                admission.tooManyInFlight() ? EachlabsAnswers.tooManyInFlight() : EachlabsAnswers.tooManyRequests());
    }

    /** The schema lets such an element pass; what comes behind does not. */
    private static boolean elementWithoutViews(Map<String, @Nullable Object> input) {
        return Json.asList(input.get("elements")).stream()
                .map(element -> Json.asList(Json.asObject(element).get("reference_image_urls")))
                .anyMatch(views -> views.isEmpty() || views.size() > 3);
    }

    private static JobScript doomed() {
        return JobScript.failure(Failure.envelope(
                "PROVIDER_BAD_REQUEST", "VALIDATION", "elementReferList: size must be between 1 and 3"));
    }
}
