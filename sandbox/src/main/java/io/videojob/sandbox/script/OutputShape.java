package io.videojob.sandbox.script;

import io.videojob.sandbox.internal.json.Json;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the links to the results stand in an answer: under {@code video} at AI/ML API, under {@code output} at Eachlabs.
 * All of these were printed by one of them, or seen in the field.
 */
public final class OutputShape {
    private final Function<List<String>, @Nullable Object> shape;

    private OutputShape(Function<List<String>, @Nullable Object> shape) {
        this.shape = shape;
    }

    /** A link; a list of links if there are several. */
    public static OutputShape link() {
        return of(links -> links.size() == 1 ? links.get(0) : links);
    }

    /** A list of links, also for one. */
    public static OutputShape links() {
        return of(links -> links);
    }

    /** An object with the first link under that key: {@code {"video_url": "…"}}. */
    public static OutputShape object(String key) {
        return of(links -> Map.of(key, links.get(0)));
    }

    /** A list of objects with a link each. */
    public static OutputShape objects(String key) {
        return of(links -> links.stream().map(link -> Map.of(key, link)).toList());
    }

    /** An object in an object: {@code {"video": {"url": "…"}}}. */
    public static OutputShape nested(String outer, String inner) {
        return of(links -> Map.of(outer, Map.of(inner, links.get(0))));
    }

    /** As fal's answers look when they are passed on: name, type and size beside the link. */
    public static OutputShape described() {
        return of(links -> Json.object(
                "url", links.get(0), "content_type", "video/mp4", "file_name", "output.mp4", "file_size", 1024));
    }

    /** Text that is JSON itself. */
    public static OutputShape jsonText() {
        return of(links -> Json.write(Map.of("url", links.get(0))));
    }

    /** Null, though the job ended well. */
    public static OutputShape nothing() {
        return of(links -> null);
    }

    /** Anything else, of maps, lists, strings, numbers, booleans and null. */
    public static OutputShape of(Function<List<String>, @Nullable Object> shape) {
        return new OutputShape(shape);
    }

    /** The value for these links. */
    public @Nullable Object write(List<String> links) {
        return shape.apply(links);
    }
}
