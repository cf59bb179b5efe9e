package io.videojob.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videojob.DeliveryException;
import io.videojob.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no video, too much, or never comes: refused in words, and nothing half is left under the name. */
class RefusedDeliveryTest extends DeliveryCase {
    private void awaitPart() throws IOException {
        while (!Files.exists(part()) || Files.size(part()) < 100_000) {
            Thread.onSpinWait();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "403, look at the job again",
        "404, look at the job again",
        "410, look at the job again",
        "429, save again later",
        "503, save again later",
    })
    void aRefusedLinkSaysWhatToDoAndKeepsThePart(int status, String wayOut) throws Exception {
        wire.then(cutAfter(100_000, OK + VIDEO.length))
                .answers(status + " No\nContent-Length: 2\nConnection: close", new byte[2])
                .then(DeliveryTest::rest);

        failure();
        assertThat(failure()).hasMessageContaining("HTTP " + status).hasMessageContaining(wayOut);

        assertSaved(save(), VIDEO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/html; charset=utf-8", "application/json", "application/problem+json", "Application/XML"})
    void anErrorPageIsNotSavedAsAVideo(String type) throws Exception {
        wire.answers("200 OK\nContent-Type: " + type + "\nContent-Length: 4\nConnection: close", new byte[4]);

        assertThat(failure()).hasMessageContaining("no media file but a page");
        assertThat(files()).isEmpty();
    }

    @Test
    void aPackedAnswerThatNobodyAskedForIsRefused() {
        wire.answers("200 OK\nContent-Encoding: gzip\nContent-Length: 4\nConnection: close", new byte[4]);

        assertThat(failure()).hasMessageContaining("gzip");
    }

    @Test
    void anEmptyFileIsRefused() throws Exception {
        Files.writeString(target, "old");
        wire.answers(OK + "0");

        assertThat(failure()).hasMessageContaining("it is empty");
        assertThat(files()).containsExactly("raccoon.mp4");
        assertThat(target).hasContent("old");
    }

    @Test
    void aFileThatIsAnnouncedTooLargeIsNotLoaded() throws Exception {
        wire.answers(OK + ((1 << 20) + 1), new byte[10]);

        assertThat(failure()).hasMessageContaining("larger than the 1048576 bytes");
        assertThat(files()).isEmpty();
    }

    @Test
    void aFileThatTurnsOutTooLargeIsDropped() throws Exception {
        wire.then((request, out) -> Wire.send(out, "200 OK\nConnection: close", bytes((1 << 20) + 1, 4)));

        assertThat(failure()).hasMessageContaining("larger than the 1048576 bytes");
        assertThat(files()).isEmpty();
    }

    @Test
    void aFileOfExactlyTheLargestSizeIsTaken() throws Exception {
        byte[] largest = bytes(1 << 20, 4);
        wire.answers(OK + largest.length, largest);

        assertSaved(save(), largest);
    }

    @Test
    void aServerThatFallsSilentInTheMiddleIsLeft() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        wire.then((request, out) -> {
            Wire.send(out, OK + VIDEO.length, Arrays.copyOf(VIDEO, 100_000));
            awaitPart();
            time.stall();
            end.await();
        });

        assertThat(failure()).hasMessageContaining("nothing arrived for 30000 ms");
        assertThat(target).doesNotExist();
        assertThat(part()).hasBinaryContent(Arrays.copyOf(VIDEO, 100_000));
        end.countDown();
    }

    @Test
    void aServerThatNeverAnswersIsLeft() {
        CountDownLatch end = new CountDownLatch(1);
        wire.then((request, out) -> {
            time.stall();
            end.await();
        });

        assertThat(failure()).hasMessageContaining("no answer came within 40000 ms");
        end.countDown();
    }

    @Test
    void aServerThatIsNotThereIsNamed() throws Exception {
        // nobody listens on port 1; one that was closed may be another's at once
        assertThat(failure(Output.of("http://127.0.0.1:1/x.mp4?sig=secret")))
                .hasMessageContaining("127.0.0.1 could not be asked")
                .hasMessageNotContaining("secret");
        assertThat(files()).isEmpty();
    }

    @Test
    void anInterruptEndsTheDownloadAndKeepsThePart() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        wire.then((request, out) -> {
                    Wire.send(out, OK + VIDEO.length, Arrays.copyOf(VIDEO, 100_000));
                    end.await();
                })
                .then(DeliveryTest::rest);
        FutureTask<DeliveryException> saving = new FutureTask<>(() -> {
            DeliveryException e = failure();
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
            return e;
        });
        Thread thread = new Thread(saving, "saving");
        thread.start();
        awaitPart();

        thread.interrupt();

        assertThat(saving.get()).hasMessageContaining("interrupted");
        end.countDown();
        assertSaved(save(), VIDEO);
    }

    @Test
    void aThreadThatIsInterruptedAlreadyLoadsNothingAndLosesNothing() throws Exception {
        wire.then(cutAfter(100_000, OK + VIDEO.length)).then(DeliveryTest::rest);
        failure();

        Thread.currentThread().interrupt();
        assertThat(failure()).hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();

        assertSaved(save(), VIDEO);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "data:video/mp4;base64 | no comma",
                "data:video/mp4;base64, | it is empty",
                "data:video/mp4;base64,AAA! | no valid base64",
                "data:video/mp4,a%2 | broken percent escape",
            })
    void bytesThatAreBrokenAreRefused(String uri, String why) throws Exception {
        assertThat(failure(Output.of(uri))).hasMessageContaining(why);
        assertThat(files()).isEmpty();
    }

    @Test
    void bytesThatAreTooManyAreRefused() {
        String large = "data:;base64," + Base64.getEncoder().encodeToString(new byte[(1 << 20) + 1]);

        assertThat(failure(Output.of(large)))
                .hasMessageContaining("larger than")
                .hasMessageNotContaining("AAAA");
    }

    @Test
    void aTargetThatIsAFolderIsRefused() {
        assertThatThrownBy(() -> delivery.save(output(), folder, NO_RENEWAL)).hasMessageContaining("that is a folder");
        assertThatThrownBy(() -> delivery.save(output(), folder.getRoot(), DeliveryCase.NO_RENEWAL))
                .hasMessageContaining("that is a folder");
        assertThat(wire.requests()).isEmpty();
    }

    @Test
    void aTargetBelowAFileIsRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "x");

        assertThatThrownBy(() -> delivery.save(output(), file.resolve("x.mp4"), NO_RENEWAL))
                .isInstanceOf(DeliveryException.class)
                .hasMessageContaining(file + " is a file, not a folder");
        assertThatThrownBy(() -> delivery.save(output(), file.resolve("deeper/x.mp4"), NO_RENEWAL))
                .isInstanceOf(DeliveryException.class);
    }

    @Test
    void aMessageShowsTheLinkWithoutItsSecretsAndSaysHowLongItLives() {
        wire.answers("500 Oops\nContent-Length: 0\nConnection: close")
                .answers("500 Oops\nContent-Length: 0\nConnection: close");
        String link = wire.url("/v.mp4?X-Tos-Date=20260501T110000Z&X-Tos-Signature=secret&X-Tos-Expires=");
        String shown = wire.url("/v.mp4?…");

        DeliveryException alive = failure(Output.of(link + "86400"));
        assertThat(alive)
                .hasMessageContaining("paid for")
                .hasMessageContaining(shown)
                .hasMessageContaining(target.toString())
                .hasMessageContaining("lives until 2026-05-02T11:00:00Z")
                .hasMessageNotContaining("secret");
        assertThat(alive.expiresAt()).contains(Instant.parse("2026-05-02T11:00:00Z"));
        assertThat(failure(Output.of(link + "600"))).hasMessageContaining("expired at 2026-05-01T11:10:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "not a link", "ftp://example.com/x?secret", "https:///x", "https://me:hunter2@bad_host/x"})
    void whatIsNoLinkIsRefused(String link) {
        assertThat(failure(Output.of(link)))
                .hasMessageContaining("is no https link")
                .hasMessageNotContaining("secret")
                .hasMessageNotContaining("hunter2");
    }
}
