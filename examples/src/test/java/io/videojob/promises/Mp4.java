package io.videojob.promises;

import com.drew.imaging.mp4.Mp4MetadataReader;
import com.drew.metadata.mp4.Mp4Directory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Reads films as a player would. */
final class Mp4 {
    private Mp4() {}

    /** How long a film is, by its movie header. */
    static Duration length(Path film) throws IOException {
        Mp4Directory movie = Mp4MetadataReader.readMetadata(film.toFile()).getFirstDirectoryOfType(Mp4Directory.class);
        if (movie == null) {
            throw new IOException(film + " is no MP4");
        }
        double seconds =
                movie.getDoubleObject(Mp4Directory.TAG_DURATION) / movie.getDoubleObject(Mp4Directory.TAG_TIME_SCALE);
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
