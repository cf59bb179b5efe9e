import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Plays a video in headless Chromium to its end, and checks what the browser found: {@code java .ci/PlayInBrowser.java
 * CHROMIUM FILE SECONDS}. Exits with 0 if it played and lasts as long.
 */
public final class PlayInBrowser {
    /** Plays at four times the speed, and reports as soon as it has ended or can't go on. */
    private static final String PAGE =
            """
            <!doctype html><title>plays?</title>
            <video id="v" muted playsinline src="/video.mp4"></video>
            <script>
              const v = document.getElementById('v');
              const report = end => fetch('/report', {method: 'POST', body: [
                  'end=' + end, 'duration=' + v.duration, 'width=' + v.videoWidth, 'height=' + v.videoHeight,
                  'at=' + v.currentTime, 'frames=' + v.getVideoPlaybackQuality().totalVideoFrames].join('\\n')});
              v.onended = () => report('played');
              v.onerror = () => report('error ' + (v.error ? v.error.code + ' ' + v.error.message : ''));
              v.playbackRate = 4;
              v.play().catch(e => report('refused ' + e));
            </script>
            """;

    private PlayInBrowser() {}

    public static void main(String[] args) throws Exception {
        if (args.length != 3) {
            System.err.println("Usage: java .ci/PlayInBrowser.java CHROMIUM FILE SECONDS");
            System.exit(2);
        }
        byte[] video = Files.readAllBytes(Path.of(args[1]));
        CompletableFuture<String> report = new CompletableFuture<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", e -> answer(e, "text/html; charset=utf-8", PAGE.getBytes(StandardCharsets.UTF_8)));
        server.createContext("/video.mp4", e -> answer(e, "video/mp4", video));
        server.createContext("/report", e -> {
            report.complete(new String(e.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(e, "text/plain", new byte[0]);
        });
        server.start();
        Path profile = Files.createTempDirectory("videojob-browser");
        Path log = profile.resolve("browser.log");
        Process browser = new ProcessBuilder(args[0], "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
                        "--disable-background-networking", "--disable-component-update", "--disable-sync",
                        "--disable-quic", "--disable-dev-shm-usage", "--autoplay-policy=no-user-gesture-required",
                        "--user-data-dir=" + profile, "http://127.0.0.1:" + server.getAddress().getPort() + "/")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        int code;
        try {
            code = check(report.get(90, TimeUnit.SECONDS), Double.parseDouble(args[2])) ? 0 : 1;
        } catch (TimeoutException e) {
            System.err.println("the browser reported nothing in 90 s; it said:\n" + Files.readString(log));
            code = 1;
        } finally {
            end(browser);
            server.stop(0);
            delete(profile);
        }
        System.exit(code);
    }

    private static boolean check(String text, double seconds) throws IOException {
        Properties said = new Properties();
        said.load(new java.io.StringReader(text));
        System.out.println("Chromium: " + text.replace('\n', ' '));
        boolean good = "played".equals(said.getProperty("end"))
                && Math.abs(Double.parseDouble(said.getProperty("duration")) - seconds) <= 0.1
                && Math.abs(Double.parseDouble(said.getProperty("at")) - seconds) <= 0.1
                && Integer.parseInt(said.getProperty("width")) > 0
                && Integer.parseInt(said.getProperty("height")) > 0
                && Integer.parseInt(said.getProperty("frames")) > 0;
        if (!good) {
            System.err.println("the video should play to its end and last " + seconds + " s");
        }
        return good;
    }

    private static void answer(HttpExchange exchange, String type, byte[] body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    /** The browser with its own children: only what was started here. */
    private static void end(Process browser) throws InterruptedException {
        List<ProcessHandle> children = browser.descendants().toList();
        browser.destroy();
        if (!browser.waitFor(5, TimeUnit.SECONDS)) {
            browser.destroyForcibly();
        }
        children.forEach(ProcessHandle::destroyForcibly);
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException | java.io.UncheckedIOException e) {
            System.err.println("left behind: " + folder);
        }
    }
}
