package io.videojob.architecture.rules;

import io.videojob.architecture.House;
import io.videojob.architecture.House.Room;
import io.videojob.architecture.HouseRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lines as they stand in the file, blank ones and comments too. What makes an adapter larger is most likely what the next one
 * needs as well: it belongs into {@code http}.
 */
public final class SmallAdapters implements HouseRule {

    private static final int ADAPTER = 300;
    private static final int THIRD_VENDOR = 150;

    /** The invented vendor among the tests, which shows what a new adapter takes. */
    private static final Path ACME = Path.of("io", "videojob", "acme");

    @Override
    public String says() {
        return "an adapter has fewer than " + ADAPTER + " lines of main Java, the invented third vendor fewer than "
                + THIRD_VENDOR;
    }

    @Override
    public List<String> breaches(House house) {
        Stream<String> adapters = house.rooms(name -> name.startsWith("provider-"))
                .flatMap(room -> tooLong(room, room.sources(), ADAPTER).stream());
        Stream<String> acme = house.rooms("examples"::equals)
                .flatMap(room -> tooLong(room, room.tests().resolve(ACME), THIRD_VENDOR).stream());
        return Stream.concat(adapters, acme).toList();
    }

    /** A folder without Java is a breach, too: there would be nothing to count. */
    private static Optional<String> tooLong(Room room, Path folder, int limit) {
        List<Path> files = javaFiles(folder);
        long lines = files.stream().mapToLong(SmallAdapters::lines).sum();
        if (!files.isEmpty() && lines < limit) {
            return Optional.empty();
        }
        return Optional.of(room.name() + " has " + lines + " lines in " + files.size() + " file(s) of Java below "
                + folder.getFileName() + ", not 1 to " + (limit - 1));
    }

    private static List<Path> javaFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
