package io.videojob.http;

import io.videojob.ProtocolException;
import io.videojob.VendorAnswer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import retrofit2.Response;

/**
 * An error answer, read by rules that fit every vendor: {@code {"error":"…"}}, {@code {"error":{"message":"…"}}}, {@code
 * {"message":"…","details":…}}, problem+json, validation lists, {@code {}}, text, HTML, nothing. What it means is the
 * adapter's {@link ErrorTable}.
 */
public final class ErrorBody {
    private static final int LONGEST_PLAIN_TEXT = 500;

    private final int status;
    private final @Nullable String code;
    private final @Nullable String message;
    private final @Nullable String details;
    private final @Nullable String requestId;
    private final @Nullable Object json;

    private ErrorBody(int status, @Nullable Object json, @Nullable String otherwise, @Nullable String requestId) {
        Map<?, ?> top = json instanceof Map<?, ?> map ? map : Map.of();
        Object error = top.get("error");
        Map<?, ?> inner = error instanceof Map<?, ?> map ? map : Map.of();
        List<String> words = words(top, json, error);
        this.status = status;
        this.json = json;
        this.code = Stream.of(top.get("code"), top.get("error_code"), inner.get("code"), inner.get("error_code"))
                .map(Words::name)
                .filter(c -> c != null && !c.equals(Integer.toString(status)))
                .findFirst()
                .or(() -> Stream.of(
                                inner.get("name"),
                                inner.get("type"),
                                kind(inner.get("detail")),
                                kind(top.get("detail")))
                        .map(Words::name)
                        .filter(Objects::nonNull)
                        .findFirst())
                .orElse(null);
        this.message = words.isEmpty() ? otherwise : words.get(0);
        this.details = words.size() < 2 ? null : String.join("; ", words.subList(1, words.size()));
        this.requestId = Stream.of(top.get("requestId"), top.get("request_id"), inner.get("request_id"))
                .map(Words::name)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(requestId);
    }

    /** Of a validation list, {@code [{"loc":…,"msg":…,"type":…}]}, the first one's type. */
    private static @Nullable Object kind(@Nullable Object detail) {
        return detail instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Map<?, ?> first
                ? first.get("type")
                : null;
    }

    /** Everything that was said, the best words first, nothing twice. */
    private static List<String> words(Map<?, ?> top, @Nullable Object json, @Nullable Object error) {
        List<@Nullable Object> places = new ArrayList<>();
        places.add(error);
        Stream.of("message", "msg", "error_message", "detail", "details", "errors", "title")
                .forEach(k -> places.add(top.get(k)));
        if (error instanceof Map<?, ?> inner) {
            places.add(inner.get("details"));
        }
        if (!(json instanceof Map)) {
            places.add(json);
        }
        return places.stream()
                .map(Words::of)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .distinct()
                .toList();
    }

    /**
     * The words about a job that failed, which come in a good answer: text, a list, an object with a message, any of them
     * written as JSON within text, too.
     *
     * @param error what the vendor has in its field for errors
     * @param further what it has in others, the best first; of all fields the first that says anything gives the message and
     *     the code, the others the details
     */
    public static ErrorBody ofJob(@Nullable Object error, @Nullable Object... further) {
        List<@Nullable Object> words = Stream.concat(Stream.ofNullable(error), Stream.of(further))
                .map(Json::unpacked)
                .filter(tree -> Words.of(tree) != null)
                .collect(Collectors.toCollection(ArrayList::new));
        Map<String, @Nullable Object> body = new HashMap<>();
        if (!words.isEmpty()) {
            body.put("error", words.remove(0));
            body.put("details", words);
        }
        return new ErrorBody(0, body, null, null);
    }

    /** @param strike takes secrets out of text */
    static ErrorBody read(Response<?> response, String body, UnaryOperator<String> strike) {
        String text = strike.apply(body).strip();
        String otherwise = response.message().isBlank() ? null : strike.apply(response.message());
        Object json = null;
        try {
            json = text.isEmpty() ? null : Json.read(text);
        } catch (ProtocolException notJson) {
            otherwise = text.startsWith("<") || text.length() > LONGEST_PLAIN_TEXT ? otherwise : text;
        }
        String requestId = response.headers().get("x-request-id");
        return new ErrorBody(response.code(), json, otherwise, requestId == null ? null : strike.apply(requestId));
    }

    /** The HTTP status of the answer; 0 for the words about a failed job. */
    public int status() {
        return status;
    }

    /** True for 3xx. */
    public boolean isRedirect() {
        return status >= 300 && status < 400;
    }

    /** The vendor's own error code or error name. */
    public Optional<String> code() {
        return Optional.ofNullable(code);
    }

    /** The first words that were found, else the status line's. */
    public Optional<String> message() {
        return Optional.ofNullable(message);
    }

    /** Whatever further words there were. */
    public Optional<String> details() {
        return Optional.ofNullable(details);
    }

    /** The id under which the vendor logged the request. */
    public Optional<String> requestId() {
        return Optional.ofNullable(requestId);
    }

    /** The body as a tree, for exact comparisons; empty if it wasn't JSON. */
    public Optional<Object> json() {
        return Optional.ofNullable(json);
    }

    /** True if one of these stands in the code, the message or the details, whatever its case. */
    public boolean says(String... parts) {
        String all = words().toLowerCase(Locale.ROOT);
        return Stream.of(parts).anyMatch(p -> all.contains(p.toLowerCase(Locale.ROOT)));
    }

    /** Code, message and details, a line each. */
    String words() {
        return Stream.of(code, message, details).filter(Objects::nonNull).collect(Collectors.joining("\n"));
    }

    /** All of it, as outcomes and exceptions carry it. */
    public VendorAnswer answer() {
        return VendorAnswer.of(status, message)
                .withCode(code)
                .withDetails(details)
                .withRequestId(requestId);
    }

    @Override
    public String toString() {
        return answer().toString();
    }
}
