package io.videojob.internal.delivery;

import static io.videojob.internal.delivery.DeliveryCase.bytes;
import static io.videojob.internal.delivery.DeliveryCase.sha256;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.videojob.Output;
import io.videojob.SavedFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several at one target, in one process and in two, and one that is killed. */
@Timeout(120)
class SeveralSaversTest {
    private static final byte[] VIDEO = bytes(300_000, 1);
    private static final String OK = "200 OK\nETag: \"v1\"\nConnection: close\nContent-Length: 300000";

    @TempDir
    Path folder;

    private final Delivery delivery = new Delivery(new TestTime(), true);

    @Test
    void whatAKilledProcessLoadedIsNotLoadedTwice() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (Wire wire = new Wire()) {
            wire.then(halfThen(end)).then(SeveralSaversTest::rest);
            Path target = folder.resolve("a.mp4");
            Process other = SavingProcess.start(wire.url("/a.mp4"), target, 1);
            awaitPart(other);

            other.destroyForcibly().waitFor();
            end.countDown();
            SavedFile saved = delivery.save(Output.of(wire.url("/a.mp4")), target, DeliveryCase.NO_RENEWAL);

            assertThat(saved.sha256()).isEqualTo(sha256(VIDEO));
            assertThat(target).hasBinaryContent(VIDEO);
            assertThat(wire.requests().get(1).header("Range")).isEqualTo("bytes=100000-");
            assertThat(files()).containsExactly("a.mp4");
        }
    }

    @Test
    void whileAnotherProcessLoadsAFileItIsSavedBesideThat() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (Wire wire = new Wire()) {
            wire.then((request, out) -> {
                        Wire.send(out, OK, Arrays.copyOf(VIDEO, 100_000));
                        end.await();
                        out.write(VIDEO, 100_000, 200_000);
                    })
                    .answers(OK, VIDEO);
            Path target = folder.resolve("a.mp4");
            Process other = SavingProcess.start(wire.url("/a.mp4"), target, 1);
            awaitPart(other);

            delivery.save(Output.of(wire.url("/a.mp4")), target, DeliveryCase.NO_RENEWAL);

            assertThat(target).hasBinaryContent(VIDEO);
            assertThat(wire.requests().get(1).header("Range")).isNull();
            assertThat(files()).containsExactly(".a.mp4.part", ".a.mp4.part.info", "a.mp4");
            end.countDown();
            assertThat(SavingProcess.output(other)).containsExactly(sha256(VIDEO));
            assertThat(target).hasBinaryContent(VIDEO);
            assertThat(files()).containsExactly("a.mp4");
        }
    }

    @Test
    void whileAnotherThreadLoadsAFileItIsSavedBesideThat() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (Wire wire = new Wire()) {
            wire.then(halfThen(end)).answers(OK, VIDEO).then(SeveralSaversTest::rest);
            Path target = folder.resolve("a.mp4");
            ExecutorService other = Executors.newSingleThreadExecutor();
            Future<SavedFile> slow =
                    other.submit(() -> delivery.save(Output.of(wire.url("/a.mp4")), target, DeliveryCase.NO_RENEWAL));
            awaitPart(null);

            SavedFile fast = delivery.save(Output.of(wire.url("/a.mp4")), target, DeliveryCase.NO_RENEWAL);
            end.countDown();

            assertThat(fast.sha256()).isEqualTo(sha256(VIDEO));
            assertThat(slow.get().sha256()).isEqualTo(sha256(VIDEO));
            assertThat(files()).containsExactly("a.mp4");
            other.shutdown();
        }
    }

    @Test
    void manySaversAndReadersOfOneFileSeeWholeFilesOnly() throws Exception {
        byte[] small = Arrays.copyOf(VIDEO, 20_000);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        ExecutorService threads = Executors.newCachedThreadPool();
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, small));
        server.start();
        String link = "http://127.0.0.1:" + server.getAddress().getPort() + "/a.mp4";
        Path target = folder.resolve("a.mp4");
        try {
            delivery.save(Output.of(link), target, DeliveryCase.NO_RENEWAL);
            Process other = SavingProcess.start(link, target, 40);
            List<Callable<Void>> savers = new ArrayList<>();
            for (int saver = 0; saver < 3; saver++) {
                savers.add(() -> {
                    for (int i = 0; i < 40 || other.isAlive(); i++) {
                        assertThat(delivery.save(Output.of(link), target, DeliveryCase.NO_RENEWAL)
                                        .bytes())
                                .isEqualTo(small.length);
                        assertThat(Files.readAllBytes(target)).isEqualTo(small);
                    }
                    return null;
                });
            }
            for (Future<Void> saver : threads.invokeAll(savers)) {
                saver.get();
            }
            assertThat(SavingProcess.output(other)).hasSize(40).containsOnly(sha256(small));
            assertThat(target).hasBinaryContent(small);
            assertThat(files()).containsExactly("a.mp4");
        } finally {
            server.stop(0);
            threads.shutdownNow();
        }
    }

    private static void answer(HttpExchange exchange, byte[] content) throws IOException {
        exchange.getResponseHeaders().add("ETag", "\"v1\"");
        exchange.getResponseHeaders().add("Content-Type", "video/mp4");
        exchange.sendResponseHeaders(200, content.length);
        exchange.getResponseBody().write(content);
        exchange.close();
    }

    private static Wire.Script halfThen(CountDownLatch end) {
        return (request, out) -> {
            Wire.send(out, OK, Arrays.copyOf(VIDEO, 100_000));
            end.await();
        };
    }

    private static void rest(Wire.Request request, java.io.OutputStream out) throws IOException {
        int from = request.from();
        Wire.send(
                out,
                "206 Partial Content\nETag: \"v1\"\nConnection: close\nContent-Range: bytes " + from
                        + "-299999/300000\nContent-Length: " + (VIDEO.length - from),
                Arrays.copyOfRange(VIDEO, from, VIDEO.length));
    }

    /** Until the first 100,000 bytes are in the part; or the other process has died, and the test fails. */
    private void awaitPart(Process other) throws Exception {
        Path part = folder.resolve(".a.mp4.part");
        try (WatchService changes = folder.getFileSystem().newWatchService()) {
            folder.register(changes, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
            while (!Files.exists(part) || Files.size(part) < 100_000) {
                assertThat(other == null || other.isAlive()).isTrue();
                WatchKey changed = changes.poll(1, TimeUnit.SECONDS);
                if (changed != null) {
                    changed.pollEvents();
                    changed.reset();
                }
            }
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
