package io.videojob.promises;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A second Java process with this one's class path, which says what it does in lines, and can be killed. */
final class ChildJvm implements AutoCloseable {
    private final Process process;
    private final BufferedReader says;

    private ChildJvm(Process process) {
        this.process = process;
        this.says = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Runs {@link Program} with a file of settings. */
    static ChildJvm run(Path settings, String... arguments) throws IOException {
        return run(Program.class, settings, arguments);
    }

    /** Runs another program so. */
    static ChildJvm run(Class<?> program, Path settings, String... arguments) throws IOException {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName(),
                settings.toString()));
        command.addAll(List.of(arguments));
        return new ChildJvm(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** The next line that it says; fails if it ends instead. */
    String line() throws IOException {
        String line = says.readLine();
        if (line == null) {
            throw new AssertionError("the process ended early, see above");
        }
        return line;
    }

    /** As {@code kill -9} does; returns once it is gone. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
