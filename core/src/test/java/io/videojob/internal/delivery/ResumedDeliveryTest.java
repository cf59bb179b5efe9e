package io.videojob.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videojob.DeliveryException;
import io.videojob.Output;
import io.videojob.SavedFile;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was loaded already is not loaded again, unless it may be another file. */
class ResumedDeliveryTest extends DeliveryCase {
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

        assertSaved(delivery(1 << 20, 4).save(output(), target, NO_RENEWAL), VIDEO);
        assertThat(wire.requests().get(2).header("Range")).isEqualTo("bytes=200000-");
    }

    @Test
    void anExchangeThatBringsNothingIsFollowedByAnotherAfterAPause() throws Exception {
        String nothing = "206 Partial Content\nETag: \"v1\"\nContent-Range: bytes 100000-299999/300000\n"
                + "Content-Length: 200000";
        wire.then(cutAfter(100_000, OK + VIDEO.length))
                .answers(nothing)
                .answers("503 Busy\nContent-Length: 0\nConnection: close")
                .then(DeliveryTest::rest);

        assertSaved(delivery(1 << 20, 4).save(output(), target, NO_RENEWAL), VIDEO);
        assertThat(time.pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void aServerThatStaysBusyIsLeftAfterSoManyExchanges() {
        for (int i = 0; i < 4; i++) {
            wire.answers("429 Slow down\nContent-Length: 0\nConnection: close");
        }

        assertThatThrownBy(() -> delivery(1 << 20, 4).save(output(), target, NO_RENEWAL))
                .isInstanceOf(DeliveryException.class)
                .hasMessageContaining("save again later");
        assertThat(wire.requests()).hasSize(4);
        assertThat(time.pauses).hasSize(3);
    }

    @Test
    void aLinkThatExpiredIsReplacedByAFreshOne() throws Exception {
        wire.answers("403 Expired\nContent-Length: 0\nConnection: close").answers(OK + VIDEO.length, VIDEO);

        SavedFile saved =
                delivery.save(output(), target, () -> Optional.of(Output.of(wire.url("/v/raccoon.mp4?sig=fresh"))));

        assertSaved(saved, VIDEO);
        assertThat(wire.requests().get(1).line()).contains("sig=fresh");
    }

    @Test
    void aFreshLinkThatIsTheOldOneIsNotAskedAgain() {
        wire.answers("403 Expired\nContent-Length: 0\nConnection: close");

        assertThatThrownBy(() -> delivery.save(output(), target, () -> Optional.of(output())))
                .hasMessageContaining("may have expired");
        assertThat(wire.requests()).hasSize(1);
    }

    @Test
    void aPieceThatEndsBeforeTheFileDoesIsGoneOnFrom() throws Exception {
        wire.then(cutAfter(100_000, OK + VIDEO.length))
                .then((request, out) -> Wire.send(
                        out,
                        "206 Partial Content\nETag: \"v1\"\nContent-Range: bytes 100000-149999/300000\nContent-Length: 50000\nConnection: close",
                        Arrays.copyOfRange(VIDEO, 100_000, 150_000)))
                .then(DeliveryTest::rest);

        assertSaved(delivery(1 << 20, 4).save(output(), target, NO_RENEWAL), VIDEO);
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

        assertSaved(
                delivery.save(Output.of(wire.url("/v/raccoon.mp4?sig=other")), target, DeliveryCase.NO_RENEWAL), other);
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

    @Test
    void aPageThatComesInsteadOfTheRestLeavesThePart() throws Exception {
        wire.then(cutAfter(100_000, OK + VIDEO.length))
                .answers("200 OK\nContent-Type: text/html\nContent-Length: 4\nConnection: close", new byte[4]);

        failure();
        failure();

        assertThat(part()).hasBinaryContent(Arrays.copyOf(VIDEO, 100_000));
    }
}
