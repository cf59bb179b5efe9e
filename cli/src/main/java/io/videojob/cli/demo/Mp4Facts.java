package io.videojob.cli.demo;

import com.drew.imaging.mp4.Mp4MetadataReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.MetadataException;
import com.drew.metadata.mp4.Mp4Directory;
import com.drew.metadata.mp4.media.Mp4VideoDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * What an MP4 says of itself.
 *
 * @param length by its movie header
 * @param width in pixels
 * @param height in pixels
 */
record Mp4Facts(Duration length, int width, int height) {

    /**
     * Reads a file.
     *
     * @throws IOException if it can't be read, or is no MP4 with a picture in it
     */
    static Mp4Facts of(Path file) throws IOException {
        try {
            Metadata metadata = Mp4MetadataReader.readMetadata(file.toFile());
            Mp4Directory movie = metadata.getFirstDirectoryOfType(Mp4Directory.class);
            Mp4VideoDirectory video = metadata.getFirstDirectoryOfType(Mp4VideoDirectory.class);
            if (movie == null || video == null) {
                throw new IOException(file + " has no picture in it");
            }
            long units = movie.getLong(Mp4Directory.TAG_DURATION);
            long unitsPerSecond = movie.getLong(Mp4Directory.TAG_TIME_SCALE);
            return new Mp4Facts(
                    Duration.ofMillis(units * 1000 / unitsPerSecond),
                    video.getInt(Mp4VideoDirectory.TAG_WIDTH),
                    video.getInt(Mp4VideoDirectory.TAG_HEIGHT));
        } catch (MetadataException | ArithmeticException e) {
            throw new IOException(file + " is not an MP4: " + e.getMessage(), e);
        }
    }

    /** True if it is as long as was asked for, give or take two frames. */
    boolean lasts(Duration wanted) {
        return length.minus(wanted).abs().compareTo(Duration.ofMillis(100)) <= 0;
    }

    /** "5.0 s, 640x360". */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.1f s, %dx%d", length.toMillis() / 1000.0, width, height);
    }
}
