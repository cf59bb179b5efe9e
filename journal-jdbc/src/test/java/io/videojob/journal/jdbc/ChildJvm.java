package io.videojob.journal.jdbc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A second Java process with this one's class path. It speaks in lines. */
final class ChildJvm implements AutoCloseable {
    private final Process process;
    private final BufferedReader says;
    private final Writer hears;

    private ChildJvm(Process process) {
        this.process = process;
        this.says = process.inputReader(StandardCharsets.UTF_8);
        this.hears = process.outputWriter(StandardCharsets.UTF_8);
    }

    static ChildJvm start(Class<?> main, Object journal, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                main.getName(),
                journal.toString()));
        command.addAll(List.of(arguments));
        return new ChildJvm(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** The next line; fails if there is none. */
    String line() throws IOException {
        String line = says.readLine();
        if (line == null) {
            throw new AssertionError("the child ended early, see above");
        }
        return line;
    }

    void say(String line) throws IOException {
        hears.write(line + "\n");
        hears.flush();
    }

    /** Everything that it says until it ends. */
    List<String> rest() {
        try {
            return says.lines().toList();
        } catch (UncheckedIOException e) {
            throw new AssertionError(e);
        }
    }

    int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    /** As {@code kill -9} does; what it had said before can still be read. */
    void kill() {
        process.toHandle().destroyForcibly();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
