package io.videojob;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which models {@link VideoJobs#models(ModelQuery)} lists. Immutable; each method gives a narrower one.
 *
 * <pre>{@code
 * jobs.models(ModelQuery.all().withMode("image").lasting(Duration.ofSeconds(10)).withResolution("1080p"))
 * }</pre>
 */
public final class ModelQuery {
    private static final ModelQuery ALL = new ModelQuery();

    private @Nullable String name;
    private List<String> words = List.of();
    private @Nullable String provider;
    private @Nullable String mode;
    private @Nullable Duration duration;
    private @Nullable String resolution;
    private @Nullable BigDecimal maxUsd;
    private boolean audio;

    private ModelQuery() {}

    /** Every model. */
    public static ModelQuery all() {
        return ALL;
    }

    /** Only the model that a request calls so: by its family, {@code provider:model}, the vendor's name, or an alias. */
    public ModelQuery named(String wanted) {
        return with(query -> query.name = requireNonNull(wanted, "wanted"));
    }

    /** Only models with each of these words in one of their names, in any case: {@code kling 2.6} finds Kling v2.6. */
    public ModelQuery containing(String words) {
        return with(query ->
                query.words = List.of(words.strip().toLowerCase(Locale.ROOT).split("\\s+")));
    }

    /** Only models at this provider. */
    public ModelQuery atProvider(String wanted) {
        return with(query -> query.provider = requireNonNull(wanted, "wanted"));
    }

    /** Only models for this use, such as {@code text}, {@code image}, {@code edit}: see {@link ModelInfo#modes()}. */
    public ModelQuery withMode(String wanted) {
        return with(query -> query.mode = wanted.toLowerCase(Locale.ROOT));
    }

    /** Only models that can be told to last so long. */
    public ModelQuery lasting(Duration wanted) {
        return with(query -> query.duration = requireNonNull(wanted, "wanted"));
    }

    /** Only models that can be told this resolution, such as {@code 1080p}. */
    public ModelQuery withResolution(String wanted) {
        return with(query -> query.resolution = requireNonNull(wanted, "wanted"));
    }

    /** Only models that make a sound track, or keep the source video's. */
    public ModelQuery withAudio() {
        return with(query -> query.audio = true);
    }

    /**
     * Only models with a published price, whose result of the wanted duration, or of their shortest, costs at most so many
     * US dollars.
     */
    public ModelQuery costingAtMost(BigDecimal usd) {
        return with(query -> query.maxUsd = requireNonNull(usd, "usd"));
    }

    /** The provider wanted. */
    public Optional<String> provider() {
        return Optional.ofNullable(provider);
    }

    /** True if one of these names is the wanted one, and each of the wanted words is in one of them. */
    public boolean isAbout(Collection<String> names) {
        return (name == null || names.contains(name))
                && words.stream()
                        .allMatch(word -> names.stream()
                                .anyMatch(one -> one.toLowerCase(Locale.ROOT).contains(word)));
    }

    /** True if the model is one of those wanted. */
    public boolean matches(ModelInfo info) {
        List<String> names = Stream.of(
                        Stream.of(info.id(), info.model(), info.provider() + ":" + info.model()),
                        info.family().stream(),
                        info.aliases().stream())
                .flatMap(all -> all)
                .toList();
        return isAbout(names)
                && (provider == null || provider.equals(info.provider()))
                && (mode == null || info.modes().contains(mode))
                && (!audio || info.makesAudio() || info.keepsAudio())
                && (duration == null || canLast(info, duration))
                && (resolution == null || hasResolution(info, resolution))
                && (maxUsd == null || isCheap(info, maxUsd));
    }

    private static boolean canLast(ModelInfo info, Duration wanted) {
        return info.takes(Field.DURATION)
                && (info.durations().isEmpty()
                        ? info.shortest()
                                        .filter(least -> least.compareTo(wanted) > 0)
                                        .isEmpty()
                                && info.longest()
                                        .filter(most -> most.compareTo(wanted) < 0)
                                        .isEmpty()
                        : info.durations().contains(wanted));
    }

    private static boolean hasResolution(ModelInfo info, String wanted) {
        return info.takes(Field.RESOLUTION)
                && (info.resolutions().isEmpty() || info.resolutions().stream().anyMatch(wanted::equalsIgnoreCase));
    }

    private boolean isCheap(ModelInfo info, BigDecimal most) {
        BigDecimal seconds = Optional.ofNullable(duration)
                .or(info::shortest)
                .map(length -> BigDecimal.valueOf(length.toMillis(), 3))
                .orElse(null);
        return info.price()
                .flatMap(price -> price.estimate(seconds, BigDecimal.ONE))
                .filter(cost -> cost.amount().compareTo(most) <= 0)
                .isPresent();
    }

    private ModelQuery with(Consumer<ModelQuery> change) {
        ModelQuery copy = new ModelQuery();
        copy.name = name;
        copy.words = words;
        copy.provider = provider;
        copy.mode = mode;
        copy.duration = duration;
        copy.resolution = resolution;
        copy.maxUsd = maxUsd;
        copy.audio = audio;
        change.accept(copy);
        return copy;
    }
}
