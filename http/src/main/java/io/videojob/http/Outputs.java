package io.videojob.http;

import io.videojob.Output;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what was made in an answer's JSON, which one vendor writes in many shapes. */
public final class Outputs {
    private static final Pattern LINK = Pattern.compile("(?i)(https?://|data:)\\S+");

    private Outputs() {}

    /**
     * A link, a list of what may hold links, or an object with a link (or such a list) below one of the keys, the first that
     * holds any. In order, none twice, blanks and other things passed over. A {@code content_type} beside a link is kept.
     */
    public static List<Output> of(@Nullable Object json, List<String> keys) {
        return find(json, keys).distinct().toList();
    }

    /**
     * The same, where a text may be the bytes themselves in Base64: those become data URIs.
     *
     * @param contentType of such bytes
     */
    public static List<Output> ofLinksOrBytes(@Nullable Object json, List<String> keys, String contentType) {
        return of(json, keys).stream()
                .map(o -> o.uri().contains(":")
                        ? o
                        : Output.of("data:" + contentType + ";base64," + o.uri(), contentType))
                .toList();
    }

    /**
     * Every link or data URI in a text, a list, or below any of the keys, in the order of the keys, none twice. Text that is
     * itself JSON is read as such; other text is passed over.
     */
    public static List<Output> linksOf(@Nullable Object json, List<String> keys) {
        return links(Json.unpacked(json), keys).distinct().map(Output::of).toList();
    }

    private static Stream<String> links(@Nullable Object json, List<String> keys) {
        if (json instanceof List<?> list) {
            return list.stream().flatMap(item -> links(item, keys));
        }
        if (json instanceof Map<?, ?> map) {
            return keys.stream().flatMap(key -> links(map.get(key), keys));
        }
        return Stream.of(json instanceof String text ? text.strip() : "")
                .filter(text -> LINK.matcher(text).matches());
    }

    private static Stream<Output> find(@Nullable Object json, List<String> keys) {
        if (json instanceof List<?> list) {
            return list.stream().flatMap(item -> find(item, keys));
        }
        if (json instanceof Map<?, ?> map) {
            String type = Words.name(map.get("content_type"));
            return keys.stream()
                    .map(key -> find(map.get(key), keys)
                            .map(o -> o.contentType().isPresent() ? o : Output.of(o.uri(), type))
                            .toList())
                    .filter(found -> !found.isEmpty())
                    .findFirst()
                    .stream()
                    .flatMap(List::stream);
        }
        return Stream.of(json instanceof String text ? text.strip() : "")
                .filter(link -> !link.isEmpty())
                .map(Objects::requireNonNull)
                .map(Output::of);
    }
}
