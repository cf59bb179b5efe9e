package io.videojob.internal.conformance;

import com.drew.imaging.mp4.Mp4Reader;
import com.drew.metadata.Metadata;
import com.drew.metadata.mp4.Mp4BoxHandler;
import com.drew.metadata.mp4.Mp4Directory;
import com.drew.metadata.mp4.media.Mp4SoundDirectory;
import com.drew.metadata.mp4.media.Mp4VideoDirectory;
import io.videojob.VideoFacts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what an MP4 says of itself. The only class that knows the library for it, which is loaded with the first file that was saved. */
public final class MovieReader {
    private static final Logger LOG = LoggerFactory.getLogger(MovieReader.class);

    /** What is beyond is no length of a video, but a field that was not filled in. */
    private static final double MOST_SECONDS = Duration.ofDays(7).toSeconds();

    private static final double LEAST_FRAMES_A_SECOND = 0.1;
    private static final double MOST_FRAMES_A_SECOND = 1000;

    private MovieReader() {}

    /** What a file tells; empty if it is no MP4, or can't be read whole. Never throws. */
    public static Optional<VideoFacts> read(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            byte[] boxes = MovieBoxes.of(channel);
            return boxes.length == 0 ? Optional.empty() : read(boxes);
        } catch (IOException | RuntimeException | LinkageError e) { // the last: somebody left the library out
            LOG.debug("{} is no MP4 that can be read", file, e);
            return Optional.empty();
        }
    }

    private static Optional<VideoFacts> read(byte[] boxes) {
        Metadata metadata = new Metadata();
        Mp4Reader.extract(new ByteArrayInputStream(boxes), new Mp4BoxHandler(metadata));
        Mp4Directory movie = metadata.getFirstDirectoryOfType(Mp4Directory.class);
        Mp4VideoDirectory pictures = metadata.getFirstDirectoryOfType(Mp4VideoDirectory.class);
        if (movie == null || pictures == null) {
            return Optional.empty();
        }
        VideoFacts.Builder facts = VideoFacts.builder();
        double seconds = quotient(
                movie.getLongObject(Mp4Directory.TAG_DURATION), movie.getLongObject(Mp4Directory.TAG_TIME_SCALE));
        if (seconds > 0 && seconds < MOST_SECONDS) {
            facts.duration(Duration.ofMillis(Math.round(seconds * 1000)));
        }
        size(facts, pictures, movie.getDoubleObject(Mp4Directory.TAG_ROTATION));
        Double rate = pictures.getDoubleObject(Mp4VideoDirectory.TAG_FRAME_RATE);
        if (rate != null && rate > LEAST_FRAMES_A_SECOND && rate < MOST_FRAMES_A_SECOND) {
            facts.frameRate(Math.round(rate * 1000) / 1000.0);
        }
        facts.audio(metadata.containsDirectoryOfType(Mp4SoundDirectory.class));
        return Optional.of(facts.build());
    }

    private static double quotient(@Nullable Long units, @Nullable Long unitsPerSecond) {
        return units == null || unitsPerSecond == null || unitsPerSecond <= 0 ? 0 : (double) units / unitsPerSecond;
    }

    /** The pictures as they are stored, turned as they are shown: telephones film sideways. */
    private static void size(VideoFacts.Builder facts, Mp4VideoDirectory pictures, @Nullable Double degrees) {
        Integer width = pictures.getInteger(Mp4VideoDirectory.TAG_WIDTH);
        Integer height = pictures.getInteger(Mp4VideoDirectory.TAG_HEIGHT);
        if (width != null && height != null && width > 0 && height > 0) {
            boolean lies = degrees != null && Math.abs(Math.abs(degrees) - 90) < 1;
            facts.size(lies ? height : width, lies ? width : height);
        }
    }
}
