package io.videojob.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.JobId;
import io.videojob.VideoRequest;
import io.videojob.webhook.WebhookDelivery;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Webhooks that come before anybody here knows the id that they name. */
class EarlyWebhookTest {
    private final Desk hall = new Desk();
    private final Bench bench = hall.bench;
    private final FakeVendor north = hall.north;

    /** How often the vendor was asked a second after the create was answered, if that is posted while it was on the wire. */
    private int looksAtOnce(Function<JobId, WebhookDelivery> early) {
        north.whileOnTheWire = () -> {
            JobId id = JobId.parse(north.creates.get(0).sendTag().split("-", 3)[1]);
            WebhookDelivery delivery = early.apply(id);
            if (delivery != null) {
                assertThat(hall.post(delivery)).isEqualTo(200);
                bench.time.run();
            }
        };
        bench.submit();
        bench.time.advance(Duration.ofSeconds(1));
        return north.looks;
    }

    @Test
    void withoutOneTheFirstLookComesLater() {
        assertThat(looksAtOnce(id -> null)).isZero();
    }

    @Test
    void aSignedOneMakesTheJobBeLookedAtAtOnce() {
        assertThat(looksAtOnce(id -> hall.signed(id, 1, "north/1:x ready"))).isEqualTo(1);
    }

    /** It can't prove the id that it names, so the id waits for the create's answer to be named by it, too. */
    @Test
    void anUnprovedOneIsRememberedUntilTheCreateIsAnswered() {
        assertThat(looksAtOnce(id -> hall.open(id, 1, "north/1:x ready"))).isEqualTo(1);
    }

    @Test
    void anUnprovedOneOfAnotherIdMakesNoLook() {
        assertThat(looksAtOnce(id -> hall.open(id, 1, "north/2:x ready"))).isZero();
    }

    /** It came to the address of the whole account, where no token tells whose job it is. */
    @Test
    void oneOfTheAccountIsRememberedUntilItsIdIsKnown() {
        assertThat(looksAtOnce(id -> hall.signed("north", Desk.SECRET, "north/1:x ready")))
                .isEqualTo(1);
    }

    @Test
    void oneOfTheAccountWakesTheJobThatHasItsId() {
        bench.submit();

        assertThat(hall.post(hall.signed("north", "newer", "north/1:x ready"))).isEqualTo(200);
        bench.time.run();

        assertThat(north.looks).isEqualTo(1);
    }

    /** This node was told, another one writes the id down. */
    @Test
    void anIdThatAnotherProcessWritesDownIsFoundInTheJournal() {
        assertThat(looksOfAnotherProcess(true)).isEqualTo(1 + looksOfAnotherProcess(false));
    }

    private static int looksOfAnotherProcess(boolean told) {
        Desk here = new Desk();
        here.north.run = Duration.ofMinutes(20);
        Jobs there = here.bench.process();
        if (told) {
            here.post(here.signed("north", Desk.SECRET, "north/1:x ready"));
        }
        here.bench.time.run();
        VideoRequest request = VideoRequest.builder("m").prompt("p").build();
        JobId id = there.submit(List.of(here.bench.order(request))).get(0).id;
        here.bench.time.advance(Duration.ofSeconds(5));
        assertThat(here.bench.record(id).attempt().vendorJobId).isEqualTo("north/1:x");
        return here.north.looks;
    }

    @Test
    void afterTenMinutesItIsForgotten() {
        hall.post(hall.signed("north", Desk.SECRET, "north/1:x ready"));
        bench.time.advance(Duration.ofMinutes(9));
        assertThat(hall.asked).contains("findByReference");
        assertThat(hall.asked.stream().filter("findByReference"::equals).count())
                .isLessThan(10);
        bench.time.advance(Duration.ofMinutes(2));
        hall.asked.clear();

        bench.submit();
        bench.time.advance(Duration.ofSeconds(1));

        assertThat(north.looks).isZero();
        assertThat(hall.asked).doesNotContain("findByReference");
    }

    /** Only so many are kept; what is pushed out is looked at in its own time. */
    @Test
    void aFloodOfIdsOfNobodyPushesOutTheOldest() {
        for (int i = 1; i <= 12_000; i++) {
            hall.post(hall.signed("north", Desk.SECRET, "north/" + i + ":x ready"));
            if (i % 1000 == 0) {
                bench.time.run();
            }
        }

        bench.submit();

        assertThat(north.looks).isZero();
    }
}
