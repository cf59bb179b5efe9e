package io.videojob.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonReader;
import io.videojob.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import okio.Buffer;

/** The real program as a process, in a folder and with a home of its own. */
final class Cli {
    static final String[] REQUEST = {
        "kling-o1/image-to-video",
        "--prompt",
        "@Image1 waves ü",
        "--first-frame",
        "https://example.com/a.png?X-Amz-Signature=" + Secrets.SIGNED_INPUT
    };

    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private int runs;

    Cli(Path folder) {
        this.folder = folder;
    }

    /** Points it at the sandbox, and has looks come quickly. */
    static Cli on(Sandbox sandbox, Path folder, String... more) {
        Cli cli = new Cli(folder);
        List<String> lines = new ArrayList<>(sandbox.aimlapi().properties());
        lines.addAll(sandbox.eachlabs().properties());
        lines.addAll(List.of(
                "videojob.poll.interval = 50ms",
                "videojob.retry.base-delay = 10ms",
                "videojob.retry.max-delay = 10ms",
                "videojob.webhook.public-url = http://127.0.0.1:9/hook",
                "videojob.webhook.secret = " + Secrets.WEBHOOK_SECRET));
        lines.addAll(List.of(more));
        cli.settings(lines);
        return cli;
    }

    /** A sandbox with keys that are searched for. */
    static Sandbox sandbox() {
        return Sandbox.builder()
                .speed(600)
                .aimlapiKey(Secrets.AIMLAPI_KEY)
                .eachlabsKey(Secrets.EACHLABS_KEY)
                .start();
    }

    void settings(List<String> lines) {
        try {
            Files.write(folder.resolve("videojob.properties"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Cli with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** What a run came to. */
    record Result(int code, String out, String err) {
        Result exits(int expected) {
            assertThat(code).as("exit code%nout: %s%nerr: %s", out, err).isEqualTo(expected);
            return this;
        }

        /** The only thing on standard output, as JSON. */
        @SuppressWarnings("unchecked")
        Map<String, Object> json() {
            return (Map<String, Object>) tree();
        }

        Object tree() {
            try (JsonReader reader = JsonReader.of(new Buffer().writeUtf8(out))) {
                Object tree = reader.readJsonValue();
                assertThat(reader.peek()).isEqualTo(JsonReader.Token.END_DOCUMENT);
                return tree;
            } catch (IOException e) {
                throw new AssertionError("not one JSON value: " + out, e);
            }
        }

        @SuppressWarnings("unchecked")
        Map<String, Object> error() {
            return (Map<String, Object>) json().get("error");
        }
    }

    /** A run that goes on. */
    static final class Running implements AutoCloseable {
        private final Process process;
        private final Path out;
        private final Path err;

        private Running(Process process, Path out, Path err) {
            this.process = process;
            this.out = out;
            this.err = err;
        }

        /** Returns once it has printed that, on either stream. */
        Running says(String text) throws IOException, InterruptedException {
            boolean ended = false;
            while (!printed().contains(text)) {
                assertThat(ended)
                        .as("it ended before it said \"%s\":%n%s", text, printed())
                        .isFalse();
                ended = process.waitFor(20, TimeUnit.MILLISECONDS);
            }
            return this;
        }

        private String printed() throws IOException {
            return Files.readString(out, UTF_8) + Files.readString(err, UTF_8);
        }

        void interrupt() throws IOException, InterruptedException {
            assertThat(new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                            .start()
                            .waitFor())
                    .isZero();
        }

        /** As {@code kill -9} does. */
        void kill() {
            process.destroyForcibly().onExit().join();
        }

        Result ends() throws IOException, InterruptedException {
            boolean ended = process.waitFor(60, TimeUnit.SECONDS);
            Result result = new Result(
                    ended ? process.exitValue() : -1, Files.readString(out, UTF_8), Files.readString(err, UTF_8));
            assertThat(ended).as("it ends: %s", result).isTrue();
            Secrets.requireNone(result.out());
            Secrets.requireNone(result.err());
            requireNoJava(result);
            return result;
        }

        /** Who types commands has no use for a message that names a method. A completion script has functions of its own. */
        private static void requireNoJava(Result result) {
            if (!result.out().startsWith("#!")) {
                assertThat(result.out() + result.err()).doesNotContain("()").doesNotContain("(...)");
            }
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }

    Result run(String... words) throws IOException, InterruptedException {
        try (Running running = start(words)) {
            return running.ends();
        }
    }

    /** The same command with the usual request between it and the rest. */
    static String[] asking(String command, String... more) {
        List<String> words = new ArrayList<>(List.of(command));
        words.addAll(List.of(REQUEST));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }

    Running start(String... words) throws IOException {
        List<String> line = new ArrayList<>(Built.command());
        line.addAll(List.of(words));
        return launch(line);
    }

    /** Through a shell, where {@code "$@"} is the program with these words. */
    Running shell(String script, String... words) throws IOException {
        List<String> line = new ArrayList<>(List.of("bash", "-c", script, "videojob"));
        line.addAll(Built.command());
        line.addAll(List.of(words));
        return launch(line);
    }

    /** A process in the background of a script ignores Ctrl-C, and so would every process that it starts. */
    private static List<String> heedingCtrlC(List<String> line) throws IOException {
        Path status = Path.of("/proc/self/status");
        boolean deaf = Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(fact -> fact.startsWith("SigIgn:"))
                        .anyMatch(fact ->
                                (Long.parseUnsignedLong(fact.substring(7).strip(), 16) & 2) != 0);
        return deaf
                ? Stream.concat(Stream.of("env", "--default-signal=INT"), line.stream())
                        .toList()
                : line;
    }

    Running launch(List<String> line) throws IOException {
        Path out = folder.resolve(".out" + ++runs);
        Path err = folder.resolve(".err" + runs);
        ProcessBuilder builder = new ProcessBuilder(heedingCtrlC(line))
                .directory(folder.toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        Map<String, String> inherited = builder.environment();
        inherited
                .keySet()
                .removeIf(name -> name.startsWith("VIDEOJOB_")
                        || name.startsWith("XDG_")
                        || name.equals("AIMLAPI_KEY")
                        || name.equals("EACHLABS_API_KEY"));
        inherited.put("HOME", folder.toString());
        inherited.put("LC_ALL", "C.UTF-8");
        inherited.put("XDG_STATE_HOME", folder.resolve("state").toString());
        inherited.put("XDG_CONFIG_HOME", folder.resolve("config").toString());
        inherited.putAll(environment);
        return new Running(builder.start(), out, err);
    }
}
