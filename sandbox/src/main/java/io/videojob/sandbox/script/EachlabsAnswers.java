package io.videojob.sandbox.script;

import io.videojob.sandbox.internal.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The error answers Eachlabs documents (eachlabs/mintlify-docs: errors, billing limits, API specs), for {@link Fault#answer}. */
public final class EachlabsAnswers {
    private EachlabsAnswers() {}

    /** 400 with what is wrong, in the shared error handler's shape. */
    public static Answer invalidInput(String... details) {
        return gateway(400, "Invalid input for model", List.of(details));
    }

    /** 400 from request validation: an empty object. */
    public static Answer badRequest() {
        return Answer.json(400, "{}");
    }

    public static Answer modelMissing() {
        return error(400, "model field is required");
    }

    public static Answer unauthorized() {
        return error(401, "Invalid or missing API key");
    }

    /** 401 as a look gives it: an empty object. */
    public static Answer unauthorizedLook() {
        return Answer.json(401, "{}");
    }

    /** 402: what runs already is expected to cost more than is left. */
    public static Answer paymentRequired() {
        return gateway(
                402,
                "payment required",
                "the estimated cost of your in-flight executions exceeds your current balance ($1.00). please wait for an active execution to finish or top up your balance");
    }

    public static Answer fallbackNotEnabled() {
        return error(403, "fallback execution is not enabled for this organization");
    }

    public static Answer modelNotFound() {
        return error(404, "Failed to fetch model: model not found");
    }

    public static Answer predictionNotFound() {
        return error(404, "Prediction not found");
    }

    /** 404 in the shared error handler's shape. */
    public static Answer notFound() {
        return Answer.json(404, Json.write(Json.object("status", 404, "error", "not found")));
    }

    public static Answer invalidExecutionId() {
        return error(400, "invalid execution_id");
    }

    public static Answer webhookNotFound() {
        return error(404, "webhook not found");
    }

    /** 413: inline media beyond the queue's limit. The documents give no body. */
    public static Answer tooLarge() {
        return Answer.empty(413);
    }

    /** 422: the JSON could not be read. */
    public static Answer malformed() {
        return Answer.json(422, "{}");
    }

    /** 429: as many jobs in flight as the account may have. */
    public static Answer tooManyInFlight() {
        return gateway(
                429,
                "too many requests",
                "Account rate limited: accounts with a balance of $10.00 or less are limited to 10 concurrent executions.");
    }

    /** 429: too many creates in a short time. */
    public static Answer tooManyRequests() {
        return gateway(429, "too many requests", "too many executions were started at once");
    }

    public static Answer createFailed() {
        return error(500, "Failed to create prediction");
    }

    /** Any status with the one shape the model pages print. */
    public static Answer modelPage(int status, String message, String details) {
        return Answer.json(status, Json.write(Json.object("status", "error", "message", message, "details", details)));
    }

    /** Any status with the shape of the endpoints' own handlers. */
    public static Answer error(int status, String error) {
        return Answer.json(status, Json.write(Json.object("error", error)));
    }

    /** Any status with the shared error handler's shape; details may be text, a list or an object. */
    public static Answer gateway(int status, String error, @Nullable Object details) {
        return Answer.json(status, Json.write(Json.object("status", status, "error", error, "details", details)));
    }
}
