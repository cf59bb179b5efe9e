package io.videojob.catalog;

import static java.util.Objects.requireNonNull;

import io.videojob.Field;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How prompts of a model call one kind of media by number. */
public final class MediaNaming {
    private final List<Field> counts;
    private final String writes;
    private final @Nullable String note;

    private MediaNaming(List<Field> counts, String writes, @Nullable String note) {
        this.counts = List.copyOf(counts);
        this.writes = requireNonNull(writes, "writes");
        this.note = note;
        if (counts.isEmpty()) {
            throw new IllegalArgumentException("counts no field");
        }
        if (!writes.contains("{n}")) {
            throw new IllegalArgumentException("writes \"" + writes + "\", which has no {n} for the number");
        }
    }

    /**
     * Counts the media of these fields, one field after the other, from 1.
     *
     * @param writes what the vendor wants to read in the prompt, such as {@code @Image{n}}
     */
    public static MediaNaming of(List<Field> counts, String writes) {
        return new MediaNaming(counts, writes, null);
    }

    /** The same with a remark that plans show where a prompt uses it. */
    public MediaNaming withNote(@Nullable String value) {
        return new MediaNaming(counts, writes, value);
    }

    /** The fields whose media are counted, in the vendor's order. */
    public List<Field> counts() {
        return counts;
    }

    /** What the vendor wants to read, with <code>{n}</code> for the number. */
    public String writes() {
        return writes;
    }

    /** What to know about it, such as that the vendor doesn't document it. */
    public Optional<String> note() {
        return Optional.ofNullable(note);
    }

    String write(int number) {
        return writes.replace("{n}", Integer.toString(number));
    }
}
