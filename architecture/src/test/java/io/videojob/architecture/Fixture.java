package io.videojob.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * A small house that is made to be reported: a folder a module, sources and resources side by side. They are sources and
 * not classes of this module, so that each lies in the package and in the module that the rule speaks of.
 *
 * <p>What has to be reported stands in the file that breaks the rule, as {@code REPORTED AS: a part of the report}. What a
 * fixture does not mark must not be reported.
 */
public final class Fixture {

    private static final Pattern MARK = Pattern.compile("REPORTED AS: (.+)");

    private final Path folder;

    private Fixture(Path folder) {
        this.folder = folder;
    }

    public static Fixture named(String name) {
        try {
            return new Fixture(
                    Path.of(Fixture.class.getResource("/fixtures/" + name).toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(name, e);
        }
    }

    /** Parts of what has to be reported, one for each breach. */
    public List<String> marks() {
        return files(folder).stream()
                .flatMap(file -> MARK.matcher(read(file)).results())
                .map(mark -> mark.group(1).strip())
                .toList();
    }

    /** Builds the modules in the order of their names, so that a later one can use an earlier one. */
    public House build(Path target) {
        List<House.Room> rooms = new ArrayList<>();
        String classPath = System.getProperty("java.class.path");
        for (Path module : modules(folder)) {
            Path output = target.resolve(module.getFileName().toString());
            classPath = output + System.getProperty("path.separator") + classPath;
            build(module, output, classPath);
            rooms.add(new House.Room(module.getFileName().toString(), output, module, module));
        }
        return new House(rooms);
    }

    private static void build(Path module, Path output, String classPath) {
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-nowarn", "--release", "17"));
        arguments.addAll(List.of("-cp", classPath, "-d", output.toString()));
        int options = arguments.size();
        for (Path file : files(module)) {
            if (file.toString().endsWith(".java")) {
                arguments.add(file.toString());
            } else {
                copy(file, output.resolve(module.relativize(file).toString()));
            }
        }
        if (arguments.size() > options
                && ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("The fixture does not compile: " + module);
        }
    }

    private static void copy(Path from, Path to) {
        try {
            Files.createDirectories(to.getParent());
            Files.copy(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder) {
        return sorted(folder, Integer.MAX_VALUE).filter(Files::isRegularFile).toList();
    }

    private static List<Path> modules(Path folder) {
        return sorted(folder, 1).filter(child -> !child.equals(folder)).toList();
    }

    private static Stream<Path> sorted(Path folder, int depth) {
        try (Stream<Path> all = Files.walk(folder, depth)) {
            return all.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
