package io.videojob.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videojob.DeliveryException;
import io.videojob.JobId;
import io.videojob.Output;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are saved: whole, under their name, along redirects, without a credential. */
class DeliveryTest extends DeliveryCase {
    @Test
    void aFileIsSavedWholeWithItsLengthAndHash() throws Exception {
        wire.answers(OK + VIDEO.length, VIDEO);

        assertSaved(save(), VIDEO);
    }

    @Test
    void theLinkIsAskedForAsItIsAndWithoutAnyCredential() throws Exception {
        wire.answers(OK + VIDEO.length, VIDEO);

        String link = wire.url("/a%2Fb/c?X-Sig=a%2Bb%3D&e=%7E#top").replace("http://", "http://me:hunter2@");
        delivery.save(Output.of(link), target, NO_RENEWAL);

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

        delivery.save(Output.of(wire.url("/my video|ü.mp4?a=[1]&b=c d")), target, DeliveryCase.NO_RENEWAL);

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
        assertThatThrownBy(() -> new Delivery(time, false).save(output(), target, NO_RENEWAL))
                .isInstanceOf(DeliveryException.class)
                .hasMessageContaining("127.0.0.1 is on a private network")
                .hasMessageContaining("videojob.delivery.allow-private");
        assertThat(wire.requests()).isEmpty();
    }

    @Test
    void bytesThatCameWithTheAnswerAreWritten() throws Exception {
        String base64 = Base64.getEncoder().encodeToString(VIDEO);

        assertSaved(delivery.save(Output.of("data:video/mp4;base64," + base64), target, NO_RENEWAL), VIDEO);
        assertSaved(
                delivery.save(
                        Output.of("data:video/mp4;base64," + base64.replace("+", "%2B") + "\n"),
                        target,
                        DeliveryCase.NO_RENEWAL),
                VIDEO);
        assertSaved(
                delivery.save(Output.of("data:,a%20b"), target, NO_RENEWAL), "a b".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void foldersThatAreMissingAreMade() throws Exception {
        wire.answers(OK + VIDEO.length, VIDEO);

        Path deep = folder.resolve("a/b/c.mp4");

        assertThat(delivery.save(output(), deep, NO_RENEWAL).file()).isEqualTo(deep);
        assertThat(deep).hasBinaryContent(VIDEO);
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
}
