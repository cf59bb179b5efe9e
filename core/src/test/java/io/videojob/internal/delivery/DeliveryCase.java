package io.videojob.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.videojob.DeliveryException;
import io.videojob.Output;
import io.videojob.SavedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A folder, a scripted server on a real socket, and the delivery between them; a timeout only ends a test that hangs. */
@Timeout(60)
abstract class DeliveryCase {
    static final byte[] VIDEO = bytes(300_000, 1);
    static final String OK = "200 OK\nContent-Type: video/mp4\nETag: \"v1\"\nConnection: close\nContent-Length: ";

    static final Delivery.Renewal NO_RENEWAL = Optional::empty;

    @TempDir
    Path folder;

    final TestTime time = new TestTime();
    final Wire wire = new Wire();
    final Delivery delivery = delivery(1 << 20, 1);
    Path target;

    @BeforeEach
    void name() {
        target = folder.resolve("raccoon.mp4");
    }

    @AfterEach
    void close() throws IOException {
        wire.close();
    }

    Delivery delivery(long maxBytes, int exchanges) {
        return new Delivery(
                time,
                true,
                "videojob-test",
                new DeliveryLimits(maxBytes, Duration.ofSeconds(10), Duration.ofSeconds(30), exchanges));
    }

    SavedFile save() {
        return delivery.save(output(), target, DeliveryCase.NO_RENEWAL);
    }

    Output output() {
        return Output.of(wire.url("/v/raccoon.mp4?sig=secret"));
    }

    DeliveryException failure() {
        return failure(output());
    }

    DeliveryException failure(Output output) {
        return catchThrowableOfType(
                DeliveryException.class, () -> delivery.save(output, target, DeliveryCase.NO_RENEWAL));
    }

    Path part() {
        return folder.resolve(".raccoon.mp4.part");
    }

    void assertSaved(SavedFile saved, byte[] content) throws Exception {
        assertThat(saved.file()).isEqualTo(target);
        assertThat(saved.bytes()).isEqualTo(content.length);
        assertThat(saved.sha256()).isEqualTo(sha256(content));
        assertThat(target).hasBinaryContent(content);
        assertThat(files()).as("nothing is left beside it").containsExactly("raccoon.mp4");
    }

    List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    static Wire.Script cutAfter(int bytes, String head) {
        return (request, out) -> Wire.send(out, head, Arrays.copyOf(VIDEO, bytes));
    }

    /** A server that knows ranges of the video under the ETag "v1". */
    static void rest(Wire.Request request, java.io.OutputStream out) throws IOException {
        int from = request.from();
        Wire.send(
                out,
                "206 Partial Content\nETag: \"v1\"\nConnection: close\nContent-Range: bytes " + from + "-"
                        + (VIDEO.length - 1) + "/" + VIDEO.length + "\nContent-Length: " + (VIDEO.length - from),
                Arrays.copyOfRange(VIDEO, from, VIDEO.length));
    }

    static byte[] bytes(int count, long seed) {
        byte[] bytes = new byte[count];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
