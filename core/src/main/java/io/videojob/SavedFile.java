package io.videojob;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A result on disk, whole, with what it says of itself. */
public final class SavedFile {
    private final Path file;
    private final long bytes;
    private final String sha256;
    private final @Nullable VideoFacts video;
    private final List<Difference> differences;

    private SavedFile(Path file, long bytes, String sha256, @Nullable VideoFacts video, List<Difference> differences) {
        this.file = requireNonNull(file, "file");
        this.bytes = bytes;
        this.sha256 = requireNonNull(sha256, "sha256");
        this.video = video;
        this.differences = List.copyOf(differences);
    }

    /** A file that nobody has read yet; for the engine. */
    public static SavedFile of(Path file, long bytes, String sha256) {
        return new SavedFile(file, bytes, sha256, null, List.of());
    }

    /** The same file, read; for the engine. */
    public SavedFile with(VideoFacts facts, List<Difference> found) {
        return new SavedFile(file, bytes, sha256, requireNonNull(facts, "facts"), found);
    }

    /** Where it is. */
    public Path file() {
        return file;
    }

    /** Its length. */
    public long bytes() {
        return bytes;
    }

    /** SHA-256 of its content, lower-case hex. */
    public String sha256() {
        return sha256;
    }

    /** What the video says of itself; empty for what is no MP4, such as a picture, and for one that can't be read. */
    public Optional<VideoFacts> video() {
        return Optional.ofNullable(video);
    }

    /**
     * Where it is not what was asked for: what the request set, or a default that was sent for it. Empty if all is as asked, and
     * if {@link #video()} is: nothing is claimed of what can't be read.
     */
    public List<Difference> differences() {
        return differences;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SavedFile that
                && file.equals(that.file)
                && bytes == that.bytes
                && sha256.equals(that.sha256);
    }

    @Override
    public int hashCode() {
        return sha256.hashCode();
    }

    @Override
    public String toString() {
        return "SavedFile[" + file + " " + bytes + " bytes" + (video == null ? "" : ", " + video)
                + (differences.isEmpty() ? "" : ", " + differences) + "]";
    }
}
