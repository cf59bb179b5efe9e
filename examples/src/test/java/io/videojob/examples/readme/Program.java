package io.videojob.examples.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;

/** A class in a folder of its own, compiled as strictly as the project and run as a process, as its reader would do it. */
final class Program {
    private static final Pattern NAME = Pattern.compile("public class (\\w+)");

    private final Path folder;
    private final String name;

    private Program(Path folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    static Program compile(String source, Path folder) throws IOException {
        Matcher matcher = NAME.matcher(source);
        assertThat(matcher.find()).as(source).isTrue();
        Path file = Files.writeString(folder.resolve(matcher.group(1) + ".java"), source, StandardCharsets.UTF_8);
        int problems = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-Xlint:all,-processing",
                        "-Werror",
                        "-proc:none",
                        "-encoding",
                        "UTF-8",
                        "-d",
                        folder.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        file.toString());
        assertThat(problems).as("javac of\n" + source).isZero();
        return new Program(folder, matcher.group(1));
    }

    /** Runs its {@code main} in its folder; gives what it printed. It must end well within a minute. */
    String run(Map<String, String> environment) throws IOException, InterruptedException {
        Path printed = folder.resolve(name + ".txt");
        ProcessBuilder java = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-cp",
                folder + System.getProperty("path.separator") + System.getProperty("java.class.path"),
                name));
        java.environment().keySet().removeIf(variable -> variable.startsWith("VIDEOJOB_"));
        java.environment().putAll(environment);
        Process process = java.directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        try {
            boolean ended = process.waitFor(60, TimeUnit.SECONDS);
            String text = Files.readString(printed);
            assertThat(ended).as("it ends; it printed:\n" + text).isTrue();
            assertThat(process.exitValue())
                    .as("exit code; it printed:\n" + text)
                    .isZero();
            return text;
        } finally {
            process.destroyForcibly();
        }
    }
}
