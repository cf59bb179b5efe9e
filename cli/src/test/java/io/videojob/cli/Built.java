package io.videojob.cli;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The program as the launcher runs it: jars, and an archive of its classes, without which each test would take twice as long. */
final class Built {
    private static final Path FOLDER =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolve("target/built-for-tests");

    private Built() {}

    private static final class Once {
        static final List<String> COMMAND = make();
    }

    /** What starts it, the arguments still to come. */
    static List<String> command() {
        return Once.COMMAND;
    }

    private static List<String> make() {
        try {
            Path folder = Files.createDirectories(FOLDER);
            List<Path> jars = jars(folder);
            String classPath = jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
            List<String> java = List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:-UsePerfData",
                    "--enable-native-access=ALL-UNNAMED",
                    "-Xlog:disable");
            Path archive = folder.resolve("classes.jsa");
            run(java, "-XX:ArchiveClassesAtExit=" + archive, "-cp", classPath, Training.class.getName());
            return with(java, "-XX:SharedArchiveFile=" + archive, "-cp", classPath, Main.class.getName());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The class path, with each folder in it as a jar; the program's own is {@code app.jar}. */
    static List<Path> jars(Path folder) throws IOException {
        List<Path> jars = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path path = Path.of(entry);
            if (Files.isDirectory(path)) {
                String name = path.endsWith("cli/target/classes") ? "app.jar" : "folder" + jars.size() + ".jar";
                jar(path, folder.resolve(name));
                jars.add(folder.resolve(name));
            } else if (Files.isRegularFile(path)) {
                jars.add(path);
            }
        }
        return jars;
    }

    private static void jar(Path classes, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(each -> !each.equals(classes)).toList()) {
                String name = classes.relativize(file).toString();
                boolean folder = Files.isDirectory(file);
                zip.putNextEntry(new ZipEntry(folder ? name + "/" : name)); // Flyway looks for folders in jars
                if (!folder) {
                    Files.copy(file, zip);
                }
            }
        }
    }

    private static void run(List<String> java, String... more) throws IOException, InterruptedException {
        int code = new ProcessBuilder(with(java, more)).inheritIO().start().waitFor();
        if (code != 0) {
            throw new AssertionError("Training ended with " + code);
        }
    }

    private static List<String> with(List<String> words, String... more) {
        return Stream.concat(words.stream(), Stream.of(more)).toList();
    }
}
