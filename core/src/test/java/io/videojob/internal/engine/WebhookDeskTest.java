package io.videojob.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.JobId;
import io.videojob.JobStatus;
import io.videojob.JournalException;
import io.videojob.internal.webhook.Senders;
import io.videojob.internal.webhook.WebhookDesk;
import io.videojob.webhook.WebhookDelivery;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who is answered what, and what comes of it. */
class WebhookDeskTest {
    private static final String READY = "north/1:x ready";
    private final Desk hall = new Desk();
    private final Bench bench = hall.bench;
    private final FakeVendor north = hall.north;

    /** The vendor's word is nothing: its API is asked with our key, and says that the job runs. */
    @Test
    void aSignedLieChangesNothing() {
        JobId id = bench.submit();
        int looks = north.looks;

        assertThat(hall.post(hall.signed(id, 1, READY))).isEqualTo(200);
        bench.time.run();

        assertThat(north.looks).isEqualTo(looks + 1);
        assertThat(bench.status(id)).isEqualTo(JobStatus.RUNNING);
    }

    @Test
    void aForgedDeliveryIsRefused() {
        JobId id = bench.submit();
        String token = hall.tokens.token(id, 1, "north");
        int looks = north.looks;

        assertThat(hall.post(Desk.delivery(token, Map.of(), READY))).isEqualTo(400);
        assertThat(hall.post(hall.signed(token, "another secret", READY))).isEqualTo(400);
        assertThat(hall.post(hall.signed(token + "0", hall.tokens.signingSecret(id, 1), READY)))
                .isEqualTo(400);
        assertThat(hall.post(hall.signed("north", "another secret", READY))).isEqualTo(400);
        assertThat(hall.post(hall.signed("south", Desk.SECRET, READY))).isEqualTo(400);
        bench.time.run();

        assertThat(north.looks).isEqualTo(looks);
    }

    @Test
    void anAdapterThatCanNotReadAtAllIsNoFaultOfTheServer() {
        JobId id = bench.submit();

        assertThat(hall.post(hall.signed(id, 1, "no-second-word"))).isEqualTo(400);
    }

    @Test
    void aBodyThatIsTooLongIsNotEvenVerified() {
        JobId id = bench.submit();

        assertThat(hall.post(hall.signed(id, 1, "x".repeat((1 << 20) + 1)))).isEqualTo(413);
    }

    @Test
    void whatIsForAProviderThatOnlyOthersHaveIsLeftToThem() {
        JobId id = bench.submit();
        Senders none = new Senders(hall.tokens, Map.of(), Map.of());
        try (WebhookDesk elsewhere = new WebhookDesk(bench.jobs, bench.journal, bench.time, none)) {
            assertThat(elsewhere.receive(hall.signed(id, 1, READY)).status()).isEqualTo(503);
        }
    }

    /** The vendor says that a repeated delivery has the signature and the time of the first: it brings nothing new. */
    @Test
    void anExactRepeatIsTakenAndDoesNothing() {
        JobId id = bench.submit();
        WebhookDelivery first = hall.signed(id, 1, READY);
        hall.post(first);
        bench.time.run();
        int looks = north.looks;

        assertThat(hall.desk.receive(first)).hasToString("200 taken before");
        bench.time.run();
        assertThat(north.looks).isEqualTo(looks);

        bench.time.skip(Duration.ofSeconds(301));
        assertThat(hall.post(first)).isEqualTo(400);
    }

    @Test
    void theSameWordsSignedLaterAreNews() {
        JobId id = bench.submit();
        hall.post(hall.signed(id, 1, "north/1:x at-work"));
        bench.time.advance(Duration.ofSeconds(1));
        int looks = north.looks;

        assertThat(hall.desk.receive(hall.signed(id, 1, "north/1:x at-work"))).hasToString("200 taken");
        bench.time.run();

        assertThat(north.looks).isEqualTo(looks + 1);
    }

    /** The answer doesn't wait for it, and the vendor, which was told that all is well, doesn't come again. */
    @Test
    void whatTheJournalCanNotTakeNowIsDoneOnceItIsBack() {
        north.nextCreates.add(north::lose);
        JobId id = bench.submit();
        hall.away = new JournalException("away", null);

        assertThat(hall.post(hall.signed(id, 1, READY))).isEqualTo(200);
        bench.time.advance(Duration.ofSeconds(3));
        hall.away = null;
        bench.time.advance(Duration.ofSeconds(1));

        assertThat(bench.record(id).attempt().vendorJobId).isEqualTo("north/1:x");
    }

    @Test
    void closeWritesDownWhatWaits() {
        north.nextCreates.add(north::lose);
        JobId id = bench.submit();
        hall.post(hall.signed(id, 1, READY));

        hall.desk.close();

        assertThat(bench.record(id).attempt().vendorJobId).isEqualTo("north/1:x");
        assertThat(hall.post(hall.signed(id, 1, "north/1:x later"))).isEqualTo(503);
    }

    /** The job was sent by an earlier process, which had other secrets. */
    @Test
    void deliveriesUnderTheOldSecretAreTakenWhileItIsConfigured() {
        JobId id = bench.submit();
        WebhookDelivery old = hall.signed(id, 1, READY);
        int looks = north.looks;
        WebhookDesk rotated = hall.desk(bench.jobs, new WebhookTokens(Desk.URL, List.of("newer", "s3cret")));
        WebhookDesk dropped = hall.desk(bench.jobs, new WebhookTokens(Desk.URL, List.of("newer")));

        assertThat(dropped.receive(old).status()).isEqualTo(400);
        assertThat(rotated.receive(old).status()).isEqualTo(200);
        bench.time.run();

        assertThat(north.looks).isEqualTo(looks + 1);
    }
}
