package io.videojob.sandbox.script;

import io.videojob.sandbox.internal.json.Json;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a failed job says went wrong: under {@code error} at AI/ML API, under {@code output} at Eachlabs. All shapes were
 * printed by one of them, or seen in the field.
 */
public final class Failure {
    private final BiFunction<String, String, @Nullable Object> body;
    private final String message;

    private Failure(String message, BiFunction<String, String, @Nullable Object> body) {
        this.message = message;
        this.body = body;
    }

    private static Failure same(String message, @Nullable Object body) {
        return new Failure(message, (id, model) -> body);
    }

    /** AI/ML API's schema: {@code {"name", "message"}}. */
    public static Failure named(String name, String message) {
        return same(message, Json.object("name", name, "message", message));
    }

    /** A list of details as the upstream framework gives them (printed on AI/ML API's v1.6-pro-effects page). */
    public static Failure details(String message, String type, String field) {
        Map<String, ?> detail = Json.object("loc", List.of("body", field), "msg", message, "type", type);
        return same(message, Json.object("detail", List.of(detail)));
    }

    /** A plain string. */
    public static Failure text(String message) {
        return same(message, message);
    }

    /** Null: it failed, and nobody says why. */
    public static Failure silent() {
        return same("", null);
    }

    /** {@code {"error": "…"}}: Eachlabs could not even start it. */
    public static Failure dispatch(String message) {
        return same(message, Json.object("error", message));
    }

    /** {@code {"error_code", "error_message"}}. */
    public static Failure code(String code, String message) {
        return same(message, Json.object("error_code", code, "error_message", message));
    }

    /** Eachlabs' whole failure envelope, as captured in its billing-limits page. */
    public static Failure envelope(String code, String category, String message) {
        return new Failure(
                message,
                (id, model) -> Json.object(
                        "classification",
                        Json.object("category", category),
                        "error",
                        "Execution failed",
                        "error_code",
                        code,
                        "error_message",
                        message,
                        "error_step",
                        "Surface Customer Reject.0",
                        "execution_id",
                        id,
                        "model_id",
                        id,
                        "model_slug",
                        model,
                        "provider",
                        "kling",
                        "retryable",
                        false,
                        "status",
                        "ERROR",
                        "success",
                        false));
    }

    /** The sentence a person reads. */
    public String message() {
        return message;
    }

    /** The JSON value for that job. */
    public @Nullable Object write(String jobId, String model) {
        return body.apply(jobId, model);
    }
}
