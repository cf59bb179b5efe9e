package io.videojob.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videojob.Billing;
import io.videojob.Cancellation;
import io.videojob.Cost;
import io.videojob.Element;
import io.videojob.Explanation;
import io.videojob.FailureReason;
import io.videojob.Field;
import io.videojob.FieldReport;
import io.videojob.JobId;
import io.videojob.JournalException;
import io.videojob.Output;
import io.videojob.RefusalReason;
import io.videojob.Shot;
import io.videojob.Trouble;
import io.videojob.VendorAnswer;
import io.videojob.VideoRequest;
import io.videojob.spi.VendorState;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordCodecTest {
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.123456Z");

    private static VideoRequest everything() {
        return VideoRequest.builder("a/model")
                .prompt("Put @Element1 on the raccoon’s back 🦝")
                .negativePrompt("rain")
                .firstFrame("https://example.com/first.png?sig=a%20b")
                .lastFrame("https://example.com/last.png")
                .referenceImages("https://example.com/1.png", "https://example.com/2.png")
                .element(Element.of("https://example.com/front.png", "https://example.com/side.png"))
                .element(Element.of("https://example.com/alone.png"))
                .sourceVideo("https://example.com/v.mp4")
                .referenceVideos("https://example.com/w.mp4")
                .audio("data:audio/mpeg;base64,AAAA")
                .aspectRatio("16:9")
                .resolution("1080p")
                .duration(Duration.ofMillis(5500))
                .fps(24)
                .seed(Long.MAX_VALUE)
                .generateAudio(false)
                .keepAudio(true)
                .enhancePrompt(false)
                .watermark(true)
                .mask("https://example.com/mask.png")
                .guidance(new BigDecimal("7.50"))
                .camera("pan left")
                .fixedCamera(false)
                .motion("high")
                .style("noir")
                .multiShot(true)
                .shot(Shot.of("a fox wakes up", Duration.ofMillis(2500)))
                .shot(Shot.of("it leaves"))
                .count(2)
                .option("cfg_scale", new BigDecimal("0.50"))
                .option("nested", Map.of("a", List.of(1, "two", true)))
                .adjust()
                .allowUnknownModel()
                .deadline(Duration.ofMinutes(9))
                .tag("mine")
                .build();
    }

    @Test
    void aRequestWithEveryFieldComesBackAsItWas() {
        assertThat(everything().fields()).containsOnlyKeys(Field.values());
        JobRecord record = JobRecord.of(JobId.parse("j1"), NOW, d -> {
            d.request = everything();
            d.candidates = List.of(candidate());
            d.attempts.add(Attempt.first(1, 0));
        });

        assertThat(RecordCodec.read(RecordCodec.write(record)).request).isEqualTo(everything());
    }

    private static Candidate candidate() {
        return new Candidate(
                "north",
                "its/model:1",
                Map.of("prompt", "x", "duration", 5L, "cfg", new BigDecimal("0.5"), "list", List.of(Map.of("a", "b"))),
                List.of(
                        FieldReport.applied("prompt", "prompt", "x"),
                        FieldReport.adjusted("duration", "duration", "6 s", "5 s", "nearest"),
                        FieldReport.defaulted("aspectRatio", null, "16:9", "the vendor's default")),
                new BigDecimal("0.560"),
                new Candidate.Times(Duration.ofMinutes(3), Duration.ofMinutes(30), Duration.ofSeconds(60)));
    }

    @Test
    void everyPartOfARecordIsWrittenAndRead() {
        JobRecord record = JobRecord.of(JobId.parse("j1"), NOW, d -> {
            d.request = everything();
            d.candidates = List.of(candidate());
            d.attempts.add(Attempt.of(1, 0, a -> {
                a.state = AttemptState.GIVEN_UP;
                a.sends = 3;
                a.tries = 2;
                a.sentAt = NOW;
                a.suspectedId = "88a6:kling/v2 master?x=1&y=ü";
                a.failedLooks = 4;
                a.failingSince = NOW;
                a.lookups = 5;
                a.cancelTries = 1;
                a.lookalikes = List.of("a:b/c", "d");
                a.billing = Billing.UNKNOWN;
                a.answer = VendorAnswer.of(500, "oops")
                        .withCode("E1")
                        .withDetails("more")
                        .withRequestId("r-1");
                a.refusal = RefusalReason.UNAVAILABLE;
            }));
            d.attempts.add(Attempt.of(2, 0, a -> {
                a.state = AttemptState.FAILED;
                a.vendorJobId = "id:/?";
                a.word = "Böse";
                a.phase = VendorState.Phase.FAILED;
                a.looks = 7;
                a.cost = Cost.usd(new BigDecimal("0.0600"), Cost.Source.HELD);
                a.failure = FailureReason.VENDOR_FAULT;
            }));
            d.stage = Stage.SENDING;
            d.intent = new Intent("me", NOW, NOW.plusSeconds(5), NOW.plusSeconds(70));
            d.wakeAt = NOW;
            d.deadline = NOW.plusSeconds(9);
            d.trouble = new Trouble(NOW, "kind", "message", true);
            d.cancellation = Cancellation.REQUESTED;
            d.end = new JobEnd(
                    JobEnd.Kind.FAILED,
                    "why",
                    List.of(Output.of("https://x/y.mp4?sig=1", "video/mp4"), Output.of("data:,x")));
            d.history.add(new Explanation.Entry(NOW, 1, "create", "text", Map.of("a", "b")));
        });
        String written = RecordCodec.write(record);
        JobRecord read = RecordCodec.read(written);

        assertThat(RecordCodec.write(read)).isEqualTo(written);
        assertThat(read).usingRecursiveComparison().isEqualTo(record);
    }

    @Test
    void aJobOfANewerFormatSaysThatTheLibraryIsTooOld() {
        JobRecord record = JobRecord.of(JobId.parse("j1"), NOW, d -> {
            d.candidates = List.of(candidate());
            d.attempts.add(Attempt.first(1, 0));
        });
        String newer = RecordCodec.write(record).replace("\"format\":1", "\"format\":2");

        assertThatThrownBy(() -> RecordCodec.read(newer))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("update the library");
        assertThatThrownBy(() -> RecordCodec.read("{\"format\":1}")).isInstanceOf(JournalException.class);
    }
}
