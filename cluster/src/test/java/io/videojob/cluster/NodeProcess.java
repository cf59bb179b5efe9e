package io.videojob.cluster;

import io.videojob.JobId;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A {@link Node} in a Java process of its own, which can be killed and paused. */
final class NodeProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader says;
    private final List<JobId> taken = new ArrayList<>();

    private NodeProcess(Process process) {
        this.process = process;
        this.says = process.inputReader(StandardCharsets.UTF_8);
    }

    static NodeProcess start(Path settings, String name, int jobs) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                Node.class.getName(),
                settings.toString(),
                name,
                String.valueOf(jobs));
        return new NodeProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Reads what it says until it has taken all it wants. */
    void untilAllAreTaken() throws IOException {
        for (String line = says.readLine(); !"all taken".equals(line); line = says.readLine()) {
            if (line == null) {
                throw new AssertionError("the node ended early, see above");
            }
            if (line.startsWith("taken")) {
                Stream.of(line.split(" ")).skip(1).map(JobId::parse).forEach(taken::add);
            }
        }
    }

    List<JobId> taken() {
        return taken;
    }

    /** As {@code kill -9} does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** It stands still, with all its connections open. */
    void pause() throws Exception {
        signal("STOP");
    }

    void goOn() throws Exception {
        signal("CONT");
    }

    private void signal(String name) throws Exception {
        int status = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .start()
                .waitFor();
        if (status != 0) {
            throw new AssertionError("kill -" + name + " ended with " + status);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
