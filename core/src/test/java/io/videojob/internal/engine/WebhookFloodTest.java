package io.videojob.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.JobId;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** However many come, journal and vendor hear of few. */
class WebhookFloodTest {
    private final Desk hall = new Desk();
    private final Bench bench = hall.bench;
    private final FakeVendor north = hall.north;

    @Test
    void forgedOnesCostTheJournalNothing() {
        JobId id = bench.submit();
        String token = hall.tokens.token(id, 1, "north");
        hall.asked.clear();

        for (int i = 0; i < 1000; i++) {
            assertThat(hall.post(hall.signed(token, "guess " + i, "north/1:x ready")))
                    .isEqualTo(400);
            assertThat(hall.post(Desk.delivery(id + ".1.north." + "0".repeat(64), Map.of(), "")))
                    .isEqualTo(400);
        }
        bench.time.run();

        assertThat(hall.asked).isEmpty();
    }

    @Test
    void theManyOfOneJobAreOneBeforeTheJournalIsAsked() {
        JobId id = bench.submit();
        hall.asked.clear();
        hall.post(hall.signed(id, 1, "north/1:x part-0"));
        bench.time.run();
        int asOne = hall.asked.size();
        bench.time.skip(Duration.ofSeconds(1));
        bench.time.advance(Duration.ZERO);
        hall.asked.clear();
        int looks = north.looks;

        for (int i = 1; i <= 1000; i++) {
            assertThat(hall.post(hall.signed(id, 1, "north/1:x part-" + i))).isEqualTo(200);
        }
        bench.time.run();

        assertThat(hall.asked.size()).isEqualTo(asOne);
        assertThat(north.looks).isEqualTo(looks + 1);
    }

    /** A vendor that tells of each percent. */
    @Test
    void progressMessagesCostALookASecondAndTheLastIsNotLost() {
        north.run = Duration.ofMinutes(10);
        JobId id = bench.submit();
        int looks = north.looks;
        for (int i = 1; i <= 100; i++) {
            hall.post(hall.signed(id, 1, "north/1:x part-" + i));
            bench.time.advance(Duration.ofMillis(100));
        }
        int meanwhile = north.looks - looks;
        north.run = Duration.ZERO;
        hall.post(hall.signed(id, 1, "north/1:x ready"));
        bench.time.advance(Duration.ofSeconds(1));

        assertThat(meanwhile).isBetween(9, 16);
        assertThat(bench.status(id).isFinal()).isTrue();
    }

    @Test
    void aFinishedJobIsNotWrittenAgain() {
        JobId id = bench.submit();
        bench.time.advance(Duration.ofMinutes(5));
        assertThat(bench.status(id).isFinal()).isTrue();
        hall.asked.clear();

        hall.post(hall.signed(id, 1, "north/1:x ready"));
        bench.time.run();

        assertThat(hall.asked).containsOnly("find");
    }

    /** Somebody read an address in a log, and the bare secret with it: the record of the job doesn't grow for ever. */
    @Test
    void whoeverLearnedAnAddressCanNotFillTheJournal() {
        north.nextCreates.add(north::lose);
        JobId id = bench.submit();
        for (int i = 0; i < 60; i++) {
            hall.post(hall.open(id, 1, "north/invented-" + i + " ready"));
            hall.post(hall.open(id, 1, "north/invented-again-" + i + " ready"));
            bench.time.advance(Duration.ofSeconds(1));
        }

        assertThat(bench.record(id).history.stream()
                        .filter(entry -> entry.kind().equals("webhook")))
                .hasSize(10);
        assertThat(bench.record(id).history).hasSizeLessThan(30);
        assertThat(north.lookUps).isLessThan(18);
    }

    @Test
    void whenTooManyWaitTheVendorIsToldToComeAgain() {
        for (int i = 0; i < 10_000; i++) {
            assertThat(hall.post(hall.signed(JobId.parse("j" + i), 1, "x ready")))
                    .isEqualTo(200);
        }
        assertThat(hall.post(hall.signed(JobId.parse("one-more"), 1, "x ready")))
                .isEqualTo(503);
        assertThat(hall.post(hall.signed(JobId.parse("j7"), 1, "x ready-again")))
                .isEqualTo(200);
        bench.time.run();

        assertThat(hall.desk
                        .receive(hall.signed(JobId.parse("one-more"), 1, "x ready"))
                        .toString())
                .isEqualTo("200 taken");
    }
}
