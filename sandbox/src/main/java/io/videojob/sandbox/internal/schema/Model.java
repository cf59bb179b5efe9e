package io.videojob.sandbox.internal.schema;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A model as its vendor publishes it: which fields it takes, what it makes, what that costs. */
public interface Model {
    String slug();

    boolean makesImages();

    /** Everything in the input that the schema does not allow; empty if it is good. */
    List<Problem> check(Map<String, @Nullable Object> input);

    /** Seconds of film the input asks for: its duration, or the vendor's default. */
    int seconds(Map<String, @Nullable Object> input);

    /** Results the input asks for: one film, or a number of pictures. */
    int count(Map<String, @Nullable Object> input);

    /** What the job costs in US dollars if it ends well. */
    BigDecimal price(Map<String, @Nullable Object> input);

    /** The sides of the result as the input asks for them: {@code 16:9}, {@code 1280:720}, or a word like {@code auto}. */
    default String aspectRatio(Map<String, @Nullable Object> input) {
        return String.valueOf(input.get("aspect_ratio"));
    }

    /** True if the film is to have a sound track. */
    default boolean hasSound(Map<String, @Nullable Object> input) {
        return Boolean.TRUE.equals(input.get("keep_audio"));
    }
}
