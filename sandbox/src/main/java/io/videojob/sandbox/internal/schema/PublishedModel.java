package io.videojob.sandbox.internal.schema;

import io.videojob.sandbox.internal.json.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A model by the JSON Schema its vendor publishes. What it costs is the sandbox's own: the schemas say no price. */
final class PublishedModel implements Model {
    /** Made up, in US dollars, and the same for every film: what counts is that each job is on the bill. */
    static final BigDecimal FILM = new BigDecimal("0.25");

    /** Made up, in US dollars. */
    static final BigDecimal PICTURE = new BigDecimal("0.03");

    private static final int USUAL_SECONDS = 5;
    /** What the models that count in frames, and don't say how many a second, are known to make. */
    private static final BigDecimal USUAL_FPS = BigDecimal.valueOf(16);

    private final Published published;
    private final Map<String, @Nullable Object> schema;
    private final Predicate<String> link;

    PublishedModel(Published published, Predicate<String> link) {
        this.published = published;
        this.schema = withoutModel(published);
        this.link = link;
    }

    /** AI/ML API has the model's name among the input's fields; who checks an input has found the model already. */
    private static Map<String, @Nullable Object> withoutModel(Published published) {
        Object named = Json.asObject(published.fields().get("model")).get("enum");
        boolean isName = List.of(published.slug()).equals(named);
        return isName ? published.with("model", null).schema() : published.schema();
    }

    @Override
    public String slug() {
        return published.slug();
    }

    @Override
    public boolean makesImages() {
        return published.makesImages();
    }

    @Override
    public List<Problem> check(Map<String, @Nullable Object> input) {
        SchemaCheck check = new SchemaCheck(link);
        check.input(schema, input);
        return check.problems();
    }

    @Override
    public int seconds(Map<String, @Nullable Object> input) {
        OptionalInt asked = Seconds.of(said(input, "duration"));
        if (asked.isPresent()) {
            return asked.getAsInt();
        }
        Object frames = said(input, "num_frames", "frame_num");
        Object fps = said(input, "frames_per_second", "fps");
        if (frames instanceof Number) {
            BigDecimal rate = fps instanceof Number ? new BigDecimal(fps.toString()) : USUAL_FPS;
            return Seconds.ofFrames(new BigDecimal(frames.toString()), rate.max(BigDecimal.ONE));
        }
        return USUAL_SECONDS;
    }

    @Override
    public int count(Map<String, @Nullable Object> input) {
        Object count = makesImages() ? said(input, "num_images") : null;
        return count == null ? 1 : new BigDecimal(count.toString()).intValue();
    }

    @Override
    public BigDecimal price(Map<String, @Nullable Object> input) {
        return makesImages() ? PICTURE.multiply(BigDecimal.valueOf(count(input))) : FILM;
    }

    @Override
    public String aspectRatio(Map<String, @Nullable Object> input) {
        return String.valueOf(said(input, "aspect_ratio", "ratio", "frame_size", "dimensions"));
    }

    @Override
    public boolean hasSound(Map<String, @Nullable Object> input) {
        return Stream.of("keep_audio", "keep_original_sound", "generate_audio", "generate_audio_switch", "bgm", "audio")
                .anyMatch(name -> Boolean.TRUE.equals(said(input, name)));
    }

    /** The first of those fields that has a value, in the input or, if the input has none of them, by default. */
    private @Nullable Object said(Map<String, @Nullable Object> input, String... names) {
        for (String name : names) {
            if (input.get(name) != null) {
                return input.get(name);
            }
        }
        for (String name : names) {
            if (byDefault(name) != null) {
                return byDefault(name);
            }
        }
        return null;
    }

    /** The default, or the one value that can be. */
    private @Nullable Object byDefault(String name) {
        Map<String, @Nullable Object> field = Json.asObject(published.fields().get(name));
        List<?> allowed = Json.asList(field.get("enum"));
        Object only = allowed.size() == 1 ? allowed.get(0) : null;
        return field.containsKey("default") ? field.get("default") : only;
    }
}
