package io.videojob.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.videojob.DeliveryException;
import io.videojob.JobId;
import io.videojob.Output;
import io.videojob.SavedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Over real sockets; a timeout only ends a test that hangs. */
@Timeout(60)
class DeliveryTest {
    private static final byte[] VIDEO = bytes(300_000, 1);
    private static final String OK =
            "200 OK\nContent-Type: video/mp4\nETag: \"v1\"\nConnection: close\nContent-Length: ";

    @TempDir
    Path folder;

    private final TestTime time = new TestTime();
    private final Wire wire = new Wire();
    private final Delivery delivery = delivery(1 << 20, 1);
    private Path target;

    @BeforeEach
    void name() {
        target = folder.resolve("raccoon.mp4");
    }

    @AfterEach
    void close() throws IOException {
        wire.close();
    }

    private Delivery delivery(long maxBytes, int exchanges) {
        return new Delivery(
                time,
                true,
                "videojob-test",
                new DeliveryLimits(maxBytes, Duration.ofSeconds(10), Duration.ofSeconds(30), exchanges));
    }

    private SavedFile save() {
        return delivery.save(output(), target);
    }

    private Output output() {
        return Output.of(wire.url("/v/raccoon.mp4?sig=secret"));
    }

    private DeliveryException failure() {
        return failure(output());
    }

    private DeliveryException failure(Output output) {
        return catchThrowableOfType(DeliveryException.class, () -> delivery.save(output, target));
    }

    private Path part() {
        return folder.resolve(".raccoon.mp4.part");
    }

    private void assertSaved(SavedFile saved, byte[] content) throws Exception {
        assertThat(saved.file()).isEqualTo(target);
        assertThat(saved.bytes()).isEqualTo(content.length);
        assertThat(saved.sha256()).isEqualTo(sha256(content));
        assertThat(target).hasBinaryContent(content);
        assertThat(files()).as("nothing is left beside it").containsExactly("raccoon.mp4");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static Wire.Script cutAfter(int bytes, String head) {
        return (request, out) -> Wire.send(out, head, Arrays.copyOf(VIDEO, bytes));
    }

    /** A server that knows ranges of the video under the ETag "v1". */
    private static void rest(Wire.Request request, java.io.OutputStream out) throws IOException {
        int from = request.from();
        Wire.send(
                out,
                "206 Partial Content\nETag: \"v1\"\nConnection: close\nContent-Range: bytes " + from + "-"
                        + (VIDEO.length - 1) + "/" + VIDEO.length + "\nContent-Length: " + (VIDEO.length - from),
                Arrays.copyOfRange(VIDEO, from, VIDEO.length));
    }

    @Test
    void aFileIsSavedWholeWithItsLengthAndHash() throws Exception {
        wire.answers(OK + VIDEO.length, VIDEO);

        assertSaved(save(), VIDEO);
    }

    @Test
    void theLinkIsAskedForAsItIsAndWithoutAnyCredential() throws Exception {
        wire.answers(OK + VIDEO.length, VIDEO);

        String link = wire.url("/a%2Fb/c?X-Sig=a%2Bb%3D&e=%7E#top").replace("http://", "http://me:hunter2@");
        delivery.save(Output.of(link), target);

        Wire.Request request = wire.requests().get(0);
        assertThat(request.line()).isEqualTo("GET /a%2Fb/c?X-Sig=a%2Bb%3D&e=%7E HTTP/1.1");
        assertThat(request.headers().keySet())
                .doesNotContain("authorization", "cookie", "x-api-key", "proxy-authorization");
        assertThat(request.headers().toString()).doesNotContain("hunter2");
        assertThat(request.header("User-Agent")).isEqualTo("videojob-test");
        assertThat(request.header("Accept-Encoding")).isEqualTo("identity");
        assertThat(request.header("Range")).isNull();
    }

    @Test
    void aCookieThatWasSetIsNotSentAgain() {
        wire.answers("302 Found\nSet-Cookie: id=1; Path=/\nLocation: /next\nContent-Length: 0\nConnection: close")
                .answers(OK + VIDEO.length, VIDEO);

        save();

        assertThat(wire.requests().get(1).headers()).doesNotContainKey("cookie");
    }

    @Test
    void aLinkWithLettersThatShouldBeEscapedIsAskedForAllTheSame() {
        wire.answers(OK + VIDEO.length, VIDEO);

        delivery.save(Output.of(wire.url("/my video|ü.mp4?a=[1]&b=c d")), target);

        assertThat(wire.requests().get(0).line()).isEqualTo("GET /my%20video%7C%C3%BC.mp4?a=[1]&b=c%20d HTTP/1.1");
    }

    @Test
    void aBodyInChunksWithoutALengthIsWholeAtItsEnd() throws Exception {
        wire.then((request, out) -> {
            Wire.send(out, "200 OK\nTransfer-Encoding: chunked\nConnection: close", new byte[0]);
            out.write((Integer.toHexString(VIDEO.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(VIDEO);
            out.write("\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        });

        assertSaved(save(), VIDEO);
    }

    @Test
    void aBodyInChunksThatIsCutIsNotWhole() throws Exception {
        wire.then((request, out) -> {
            Wire.send(out, "200 OK\nTransfer-Encoding: chunked\nConnection: close", new byte[0]);
            out.write("5\r\nhello\r\n".getBytes(StandardCharsets.US_ASCII));
        });

        assertThat(failure()).hasMessageContaining("the connection broke");
        assertThat(target).doesNotExist();
    }

    @Test
    void aCutDownloadGoesOnWhereItBrokeOff() throws Exception {
        wire.then(cutAfter(100_000, OK + VIDEO.length)).then(DeliveryTest::rest);

        assertThat(failure()).hasMessageContaining("the connection broke");
        assertThat(target).doesNotExist();
        assertThat(part()).hasBinaryContent(Arrays.copyOf(VIDEO, 100_000));

        assertSaved(save(), VIDEO);
        assertThat(wire.requests().get(1).header("Range")).isEqualTo("bytes=100000-");
        assertThat(wire.requests().get(1).header("If-Range")).isEqualTo("\"v1\"");
    }

    @Test
    void oneSaveGoesOnByItselfAsLongAsEachExchangeBringsSomething() throws Exception {
        wire.then(cutAfter(100_000, OK + VIDEO.length))
                .then((request, out) -> Wire.send(
                        out,
                        "206 Partial Content\nETag: \"v1\"\nContent-Range: bytes 100000-299999/300000\nContent-Length: 200000",
                        Arrays.copyOfRange(VIDEO, 100_000, 200_000)))
                .then(DeliveryTest::rest);

        assertSaved(delivery(1 << 20, 4).save(output(), target), VIDEO);
        assertThat(wire.requests().get(2).header("Range")).isEqualTo("bytes=200000-");
    }

    @Test
    void oneSaveEndsWhenAnExchangeBringsNothing() {
        String nothing = "206 Partial Content\nETag: \"v1\"\nContent-Range: bytes 100000-299999/300000\n"
                + "Content-Length: 200000";
        wire.then(cutAfter(100_000, OK + VIDEO.length)).answers(nothing).then(DeliveryTest::rest);

        assertThatThrownBy(() -> delivery(1 << 20, 4).save(output(), target)).isInstanceOf(DeliveryException.class);
        assertThat(wire.requests()).hasSize(2);
        assertThat(part()).hasSize(100_000);
    }

    @Test
    void aPieceThatEndsBeforeTheFileDoesIsGoneOnFrom() throws Exception {
        wire.then(cutAfter(100_000, OK + VIDEO.length))
                .then((request, out) -> Wire.send(
                        out,
                        "206 Partial Content\nETag: \"v1\"\nContent-Range: bytes 100000-149999/300000\nContent-Length: 50000\nConnection: close",
                        Arrays.copyOfRange(VIDEO, 100_000, 150_000)))
                .then(DeliveryTest::rest);

        assertSaved(delivery(1 << 20, 4).save(output(), target), VIDEO);
    }

    @Test
    void aServerThatIgnoresTheRangeIsTakenFromTheStart() throws Exception {
        wire.then(cutAfter(100_000, OK + VIDEO.length)).answers(OK + VIDEO.length, VIDEO);

        failure();

        assertSaved(save(), VIDEO);
    }

    @Test
    void aFileThatChangedMeanwhileIsTakenFromTheStart() throws Exception {
        byte[] other = bytes(120_000, 2);
        wire.then(cutAfter(100_000, OK + VIDEO.length)).answers(OK.replace("v1", "v2") + other.length, other);

        failure();

        assertSaved(save(), other);
    }

    @ParameterizedTest
    @CsvSource({
        // a server that minds neither If-Range nor what it was asked for
        "'206 Partial Content\nETag: \"v2\"\nContent-Range: bytes 100000-119999/120000\nContent-Length: 20000'",
        "'206 Partial Content\nETag: \"v1\"\nContent-Range: bytes 0-19999/300000\nContent-Length: 20000'",
        "'206 Partial Content\nETag: \"v1\"\nContent-Range: bytes 100000-119999/120000\nContent-Length: 20000'",
        "'206 Partial Content\nETag: \"v1\"\nContent-Length: 20000'",
        "'416 Range Not Satisfiable\nContent-Range: bytes */90000\nContent-Length: 0'",
    })
    void aPieceThatDoesNotFitIsThrownAwayAndTheFileTakenFromTheStart(String head) throws Exception {
        byte[] other = bytes(120_000, 2);
        wire.then(cutAfter(100_000, OK + VIDEO.length))
                .answers(head + "\nConnection: close", head.startsWith("416") ? new byte[0] : bytes(20_000, 3))
                .answers(OK.replace("v1", "v2") + other.length, other);

        failure();

        assertSaved(save(), other);
        assertThat(wire.requests().get(2).header("Range")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ETag: W/\"v1\"",
                "X-Nothing: 1",
                "Last-Modified: Fri, 01 May 2026 10:00:00 GMT",
                "Last-Modified: Fri, 01 May 2026 10:00:00 GMT\nDate: Fri, 01 May 2026 10:00:00 GMT",
                "Last-Modified: yesterday\nDate: today",
            })
    void withoutAValidatorToRelyOnAFileIsTakenFromTheStart(String validator) throws Exception {
        String head = "200 OK\n" + validator + "\nConnection: close\nContent-Length: " + VIDEO.length;
        wire.then(cutAfter(100_000, head)).answers(head, VIDEO);

        failure();

        assertSaved(save(), VIDEO);
        assertThat(wire.requests().get(1).header("Range")).isNull();
    }

    @Test
    void aDateThatWasOverWhenItWasToldIsAValidator() throws Exception {
        String modified = "Fri, 01 May 2026 10:00:00 GMT";
        wire.then(cutAfter(
                        100_000,
                        "200 OK\nLast-Modified: " + modified
                                + "\nDate: Fri, 01 May 2026 10:00:09 GMT\nConnection: close\nContent-Length: "
                                + VIDEO.length))
                .then(DeliveryTest::rest);

        failure();

        assertSaved(save(), VIDEO);
        assertThat(wire.requests().get(1).header("If-Range")).isEqualTo(modified);
    }

    @Test
    void theRestOfAnotherLinkIsNotGoneOnWith() throws Exception {
        byte[] other = bytes(200_000, 2);
        wire.then(cutAfter(100_000, OK + VIDEO.length)).answers(OK + other.length, other);

        failure();

        assertSaved(delivery.save(Output.of(wire.url("/v/raccoon.mp4?sig=other")), target), other);
        assertThat(wire.requests().get(1).header("Range")).isNull();
    }

    @Test
    void aPartWhoseNoteIsBrokenIsTakenFromTheStart() throws Exception {
        wire.then(cutAfter(100_000, OK + VIDEO.length)).answers(OK + VIDEO.length, VIDEO);

        failure();
        Files.write(folder.resolve(".raccoon.mp4.part.info"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 10});

        assertSaved(save(), VIDEO);
        assertThat(wire.requests().get(1).header("Range")).isNull();
    }

    @Test
    void aPartThatIsWholeIsNotLoadedTwice() throws Exception {
        wire.then(cutAfter(100_000, OK + VIDEO.length));

        failure();
        Files.write(part(), VIDEO); // as if killed between the last byte and the move

        assertSaved(save(), VIDEO);
        assertThat(wire.requests()).hasSize(1);
    }

    @Test
    void anOlderFileStaysUntilTheNewOneIsWhole() throws Exception {
        Files.writeString(target, "old");
        wire.then(cutAfter(100_000, OK + VIDEO.length)).then(DeliveryTest::rest);

        failure();
        assertThat(target).hasContent("old");

        assertSaved(save(), VIDEO);
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
    void aPageThatComesInsteadOfTheRestLeavesThePart() throws Exception {
        wire.then(cutAfter(100_000, OK + VIDEO.length))
                .answers("200 OK\nContent-Type: text/html\nContent-Length: 4\nConnection: close", new byte[4]);

        failure();
        failure();

        assertThat(part()).hasBinaryContent(Arrays.copyOf(VIDEO, 100_000));
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

    private void awaitPart() throws IOException {
        while (!Files.exists(part()) || Files.size(part()) < 100_000) {
            Thread.onSpinWait();
        }
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
        String link = wire.url("/x.mp4?sig=secret");
        wire.close();

        assertThat(failure(Output.of(link)))
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

    @Test
    void redirectsAreFollowedUpToFive() throws Exception {
        List<String> hops = List.of(
                "301 Moved\nLocation: " + wire.url("/hop1?q=1"),
                "302 Found\nLocation: ?q=2",
                "303 See Other\nLocation: deep/../hop3",
                "307 Temporary\nlocation: ../../hop4",
                "308 Permanent\nLocation: //127.0.0.1:" + wire.port() + "/a b");
        hops.forEach(hop -> wire.answers(hop + "\nContent-Length: 0\nConnection: close"));
        wire.answers(OK + VIDEO.length, VIDEO);

        assertSaved(save(), VIDEO);
        assertThat(wire.requests().stream().map(Wire.Request::line))
                .containsExactly(
                        "GET /v/raccoon.mp4?sig=secret HTTP/1.1",
                        "GET /hop1?q=1 HTTP/1.1",
                        "GET /hop1?q=2 HTTP/1.1",
                        "GET /hop3 HTTP/1.1",
                        "GET /hop4 HTTP/1.1",
                        "GET /a%20b HTTP/1.1");
    }

    @Test
    void aSixthRedirectIsRefused() {
        for (int hop = 1; hop <= 6; hop++) {
            wire.answers("302 Found\nLocation: /again?sig=secret\nContent-Length: 0\nConnection: close");
        }

        assertThat(failure()).hasMessageContaining("more than 5 redirects").hasMessageNotContaining("secret");
        assertThat(wire.requests()).hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "ftp://127.0.0.1/x", "http://", "https://[bad/"})
    void aRedirectToWhatIsNoWebLinkIsRefused(String location) {
        wire.answers("302 Found\nLocation: " + location + "\nContent-Length: 0\nConnection: close");

        assertThat(failure()).hasMessageContaining("is no https link");
    }

    @Test
    void aRedirectWithoutALocationIsRefused() {
        wire.answers("302 Found\nContent-Length: 0\nConnection: close");

        assertThat(failure()).hasMessageContaining("HTTP 302 leads nowhere");
    }

    @Test
    void eachHopIsLookedAtBeforeItIsAsked() {
        wire.answers("302 Found\nLocation: http://203.0.113.9/x.mp4\nContent-Length: 0\nConnection: close");

        assertThat(failure()).hasMessageContaining("http to 203.0.113.9 is not encrypted");
    }

    @Test
    void aLinkToThisMachineIsRefusedUnlessItIsAllowed() {
        assertThatThrownBy(() -> new Delivery(time, false).save(output(), target))
                .isInstanceOf(DeliveryException.class)
                .hasMessageContaining("127.0.0.1 is on a private network")
                .hasMessageContaining("videojob.delivery.allow-private");
        assertThat(wire.requests()).isEmpty();
    }

    @Test
    void bytesThatCameWithTheAnswerAreWritten() throws Exception {
        String base64 = Base64.getEncoder().encodeToString(VIDEO);

        assertSaved(delivery.save(Output.of("data:video/mp4;base64," + base64), target), VIDEO);
        assertSaved(
                delivery.save(Output.of("data:video/mp4;base64," + base64.replace("+", "%2B") + "\n"), target), VIDEO);
        assertSaved(delivery.save(Output.of("data:,a%20b"), target), "a b".getBytes(StandardCharsets.US_ASCII));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "data:video/mp4;base64 | no comma",
                "data:video/mp4;base64, | it is empty",
                "data:video/mp4;base64,AAA! | no valid base64",
                "data:video/mp4,a%2 | broken % escape",
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
    void foldersThatAreMissingAreMade() throws Exception {
        wire.answers(OK + VIDEO.length, VIDEO);

        Path deep = folder.resolve("a/b/c.mp4");

        assertThat(delivery.save(output(), deep).file()).isEqualTo(deep);
        assertThat(deep).hasBinaryContent(VIDEO);
    }

    @Test
    void aTargetThatIsAFolderIsRefused() {
        assertThatThrownBy(() -> delivery.save(output(), folder)).hasMessageContaining("that is a folder");
        assertThatThrownBy(() -> delivery.save(output(), folder.getRoot())).hasMessageContaining("that is a folder");
        assertThat(wire.requests()).isEmpty();
    }

    @Test
    void aTargetBelowAFileIsRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "x");

        assertThatThrownBy(() -> delivery.save(output(), file.resolve("x.mp4")))
                .isInstanceOf(DeliveryException.class)
                .hasMessageContaining(file + " is a file, not a folder");
        assertThatThrownBy(() -> delivery.save(output(), file.resolve("deeper/x.mp4")))
                .isInstanceOf(DeliveryException.class);
    }

    @Test
    void aNameThatIsLongHasAPartAllTheSame() throws Exception {
        target = folder.resolve("r".repeat(240) + ".mp4");
        wire.then(cutAfter(100_000, OK + VIDEO.length)).then(DeliveryTest::rest);

        failure();
        save();

        assertThat(target).hasBinaryContent(VIDEO);
        assertThat(wire.requests().get(1).header("Range")).isEqualTo("bytes=100000-");
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

    @Test
    void aFileIsNamedAfterItsJobAndContent() {
        JobId job = JobId.parse("01hv3");

        assertThat(Delivery.fileName(job, 1, Output.of("https://x.example/a.bin", "video/webm; codecs=vp9")))
                .isEqualTo("01hv3-1.webm");
        assertThat(Delivery.fileName(job, 2, Output.of("https://x.example/a.JPEG?x=.mp4#.mov")))
                .isEqualTo("01hv3-2.jpg");
        assertThat(Delivery.fileName(job, 3, Output.of("data:image/png;base64,AAAA")))
                .isEqualTo("01hv3-3.png");
        assertThat(Delivery.fileName(job, 4, Output.of("https://x.example/evil.exe")))
                .isEqualTo("01hv3-4.mp4");
        assertThat(Delivery.fileName(job, 5, Output.of("https://x.example.mp4/a", "application/octet-stream")))
                .isEqualTo("01hv3-5.mp4");
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
