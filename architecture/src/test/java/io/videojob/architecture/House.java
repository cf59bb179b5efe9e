package io.videojob.architecture;

import static java.util.stream.Collectors.toMap;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.Source;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Modules as they were built, and what ArchUnit reads from all of them together. Main classes only. */
public final class House {

    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

    private final List<Room> rooms;
    private final JavaClasses classes;
    private final Map<String, String> roomOfClass;

    /** One module: its folder's name, where its classes and resources lie, and its sources of main and of tests. */
    public record Room(String name, Path output, Path sources, Path tests) {

        /** A module as Maven lays it out. */
        static Room at(Path folder) {
            Path name = folder.getFileName();
            return new Room(
                    name.toString(),
                    folder.resolve("target/classes"),
                    folder.resolve("src/main/java"),
                    folder.resolve("src/test/java"));
        }
    }

    House(List<Room> rooms) {
        this.rooms =
                rooms.stream().filter(room -> Files.isDirectory(room.output())).toList();
        classes = new ClassFileImporter()
                .importPaths(this.rooms.stream().map(Room::output).toList());
        roomOfClass = classes.stream().collect(toMap(JavaClass::getName, this::roomOfSource));
    }

    /** The real one: every module that the root pom names. A module without classes is an empty room, not an error. */
    public static House built() {
        return Built.HOUSE;
    }

    private static final class Built {
        static final House HOUSE = new House(
                modules().stream().map(name -> Room.at(root().resolve(name))).toList());
    }

    /** The folders of all modules. */
    static List<String> modules() {
        try {
            String pom = Files.readString(root().resolve("pom.xml"));
            return MODULE.matcher(pom).results().map(found -> found.group(1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The project's folder. */
    public static Path root() {
        return Path.of(System.getProperty("basedir", "")).toAbsolutePath().getParent();
    }

    public JavaClasses classes() {
        return classes;
    }

    public Stream<JavaClass> classesIn(Predicate<String> room) {
        return classes.stream().filter(type -> room.test(roomOfClass.get(type.getName())));
    }

    public Stream<Room> rooms(Predicate<String> name) {
        return rooms.stream().filter(room -> name.test(room.name()));
    }

    /** Empty for a class that is not of this house. The room of an array is that of its elements. */
    public Optional<String> roomOf(JavaClass type) {
        return Optional.ofNullable(roomOfClass.get(type.getBaseComponentType().getName()));
    }

    private String roomOfSource(JavaClass type) {
        Path file = type.getSource().map(Source::getUri).map(Path::of).orElseThrow();
        return rooms.stream()
                .filter(room -> file.startsWith(room.output()))
                .findFirst()
                .orElseThrow()
                .name();
    }

    /** Loads this house's own classes, even when the class path has others of the same names. */
    public ClassLoader loader() {
        List<URL> urls = new ArrayList<>();
        rooms.forEach(room -> urls.add(url(room.output())));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            urls.add(url(Path.of(entry)));
        }
        return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(path.toString(), e);
        }
    }
}
