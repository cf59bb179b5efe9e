package io.videojob.sandbox.script;

import io.videojob.sandbox.internal.json.Json;
import java.util.Map;

/**
 * The error answers AI/ML API documents (docs.aimlapi.com, errors and messages), for {@link Fault#answer}. Two shapes are
 * in use: a problem document, seen live for 401, and the envelope of the documents for the rest.
 */
public final class AimlApiAnswers {
    private AimlApiAnswers() {}

    /** 401 in the shape seen live. */
    public static Answer unauthorized() {
        return problem(
                401,
                "Unauthorized",
                "UnauthorizedException",
                "This request requires a valid API key. You can create a new API key on the Billing page: https://aimlapi.com/app/keys");
    }

    /** 403, which here means that the credits are used up. */
    public static Answer outOfCredits() {
        return envelope(
                403,
                "You've run out of credits. Please top up your balance or update your payment method to continue: https://aimlapi.com/app/billing/");
    }

    /** 400 with hints as the vendor's validator words them, one a line; none gives the bare sentence. */
    public static Answer invalidBody(String... hints) {
        String message =
                hints.length == 0 ? "Body validation error!" : "Body validation error\n" + String.join("\n", hints);
        return envelope(400, message);
    }

    /** 404: a wrong path, or a model that is unknown or withdrawn. The documents give no body; this is the live shape. */
    public static Answer notFound() {
        return problem(404, "Not Found", "NotFoundException", "Not Found");
    }

    /** 429: too fast, or too many at once. */
    public static Answer tooManyRequests() {
        return envelope(429, "Too Many Requests");
    }

    /** 429 that waiting a little does not help. */
    public static Answer freeTierUsedUp() {
        return envelope(
                429,
                "Free-tier limit: You've reached your free limit for the hour. Get AI/ML Subscription to use API, visit https://aimlapi.com/app/billing/ !");
    }

    public static Answer internalError() {
        return envelope(500, "Internal server error");
    }

    /** 500: the request is valid, and the partner that makes the video failed. */
    public static Answer partnerFailed() {
        return envelope(500, "Something wrong with the server. Please, try again later.");
    }

    public static Answer underMaintenance() {
        return envelope(500, "The model is under maintenance, please contact us at help@aimlapi.com.");
    }

    public static Answer badGateway() {
        return envelope(502, "Bad Gateway");
    }

    public static Answer unavailable() {
        return envelope(503, "Service unavailable");
    }

    public static Answer generationTimeout() {
        return envelope(504, "Generation timeout");
    }

    /** What a look at a malformed id was seen to answer: 200, and a body that says no. */
    public static Answer unknownStatus() {
        return Answer.json(
                200,
                Json.write(Json.object(
                        "id",
                        "",
                        "status",
                        "unknown",
                        "error",
                        Json.object("name", "Error", "message", "invalid params, task_id cannot by empty"))));
    }

    /** The documented envelope with any status and message. */
    public static Answer envelope(int status, String message) {
        return Answer.json(
                status,
                Json.write(Json.object(
                        "message", message,
                        "path", "${path}",
                        "requestId", "${requestId}",
                        "statusCode", status,
                        "timestamp", "${timestamp}")));
    }

    /** The problem document (RFC 9457, with fields of the vendor's own) with any status and message. */
    public static Answer problem(int status, String title, String exception, String message) {
        Map<String, ?> error = Json.object("name", exception, "message", message);
        return Answer.text(
                status,
                "application/problem+json",
                Json.write(Json.object(
                        "title", title,
                        "status", status,
                        "message", message,
                        "instance", "${path}",
                        "requestId", "${requestId}",
                        "timestamp", "${timestamp}",
                        "error", error)));
    }
}
