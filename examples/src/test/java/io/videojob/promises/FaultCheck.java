package io.videojob.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.videojob.DeliveryException;
import io.videojob.Explanation;
import io.videojob.JobFailedException;
import io.videojob.JobSnapshot;
import io.videojob.ProviderException;
import io.videojob.VideoJob;
import io.videojob.VideoJobException;
import io.videojob.promises.FaultMatrix.Cell;
import io.videojob.promises.FaultMatrix.Word;
import io.videojob.sandbox.VendorSandbox;
import io.videojob.sandbox.report.WebhookAttempt;
import io.videojob.sandbox.script.Operation;
import java.util.List;

/** One cell of the matrix, held against the page: what was billed, what became of the job, and what its user is told. */
final class FaultCheck {
    /** So often Eachlabs tries to deliver a webhook. */
    private static final int WEBHOOK_TRIES = 3;

    private final Cell cell;
    private final World world;
    private final VendorSandbox first;
    private final VendorSandbox second;
    private final Hook hook;
    private final VideoJob job;

    FaultCheck(Cell cell, World world, Hook hook, VideoJob job) {
        this.cell = cell;
        this.world = world;
        this.first = world.at(cell.first());
        this.second = world.at(cell.first().other());
        this.hook = hook;
        this.job = job;
    }

    /** Waits until the vendor has told of the end as often as it does: whatever came was refused, and woke nobody. */
    void webhooks() {
        World.until("the last try at the webhook", () -> webhookTries().size() == WEBHOOK_TRIES);
        if (cell.detail().equals("refused")) {
            World.until("them at the receiver", () -> hook.deliveries().size() == WEBHOOK_TRIES);
            assertThat(hook.deliveries()).extracting(Hook.Delivery::status).containsOnly(400);
        } else {
            assertThat(cell.detail()).isEqualTo("nothing");
            assertThat(hook.deliveries()).isEmpty();
            assertThat(webhookTries()).extracting(WebhookAttempt::status).containsOnly(0);
        }
        assertThat(first.looks()).as("looks before their time").isZero();
        assertThat(job.snapshot().status().isFinal()).isFalse();
    }

    /** Once the job has ended, or is parked. */
    void end() throws Exception {
        Word expected = cell.expected();
        Explanation explanation = job.explain();
        JobSnapshot snapshot = job.snapshot();
        assertThat(snapshot.status()).as("status, by %s", explanation).isEqualTo(expected.status());
        assertBills(expected.bills());
        Throwable error = catchThrowable(() -> world.assertDelivered(job));
        if (expected.error().isEmpty()) {
            assertThat(error).as("error, after %s", explanation).isNull();
            assertThat(explanation.toString()).contains(expected.told());
            assertThat(cell.notTold()).noneMatch(explanation.toString()::contains);
        } else {
            assertThat(error).isInstanceOf(VideoJobException.class).hasMessageContaining(expected.told());
            assertThat(name(error)).isEqualTo(expected.error());
        }
        assertDetail(explanation, snapshot);
        if (error instanceof DeliveryException) {
            first.clearFaults();
            world.assertDelivered(job);
        }
    }

    private void assertBills(List<Integer> bills) {
        assertThat(first.bill().jobs()).as("bills of the first").isEqualTo(bills.get(0));
        assertThat(first.expectedBill().jobs()).as("bills to come of the first").isEqualTo(bills.get(0));
        assertThat(second.bill().jobs()).as("bills of the second").isEqualTo(bills.get(1));
        assertThat(second.expectedBill().jobs())
                .as("bills to come of the second")
                .isEqualTo(bills.get(1));
        assertThat(second.creates()).as("creates at the second").hasSize(bills.get(1));
    }

    private static String name(Throwable error) {
        String name = error.getClass().getSimpleName();
        if (error instanceof JobFailedException failure) {
            return name + " " + failure.reason();
        }
        return error instanceof ProviderException refusal ? name + " " + refusal.reason() : name;
    }

    /** What the second column says. */
    private void assertDetail(Explanation explanation, JobSnapshot snapshot) {
        switch (cell.operation()) {
            case CREATE -> assertSent(explanation, snapshot);
            case LOOK -> assertFailed(explanation, "a look failed");
            case LOOKUP -> assertFailed(explanation, "a look-up failed");
            case CANCEL -> assertCanceled(explanation);
            case RESULT -> {
                if (!isRefused()) {
                    assertThat(first.requests(Operation.RESULT)).hasSize(Integer.parseInt(cell.detail()));
                }
            }
            case WEBHOOK -> assertFoundByLooking(explanation);
            default -> throw new IllegalStateException("no cell has a fault at " + cell.operation());
        }
    }

    private void assertSent(Explanation explanation, JobSnapshot snapshot) {
        int sends = snapshot.attempts().stream()
                .filter(attempt -> attempt.provider().equals(cell.first().key()))
                .mapToInt(attempt -> attempt.sends())
                .sum();
        assertThat(first.creates()).as("creates on the wire").hasSize(Integer.parseInt(cell.detail()));
        assertThat(sends)
                .as("sends, by %s", explanation)
                .isGreaterThanOrEqualTo(first.creates().size());
    }

    private void assertFailed(Explanation explanation, String what) {
        String[] told = cell.detail().split(" at ", -1);
        if (told.length == 1 || cell.first().key().equalsIgnoreCase(told[1])) {
            assertThat(explanation.toString()).contains(what + " (" + told[0] + ")");
        } else {
            assertThat(explanation.toString()).doesNotContain(what);
        }
    }

    private void assertCanceled(Explanation explanation) {
        if (cell.first() == Vendor.AIMLAPI) {
            assertThat(first.requests(Operation.CANCEL)).isEmpty();
            return;
        }
        String[] range = cell.detail().split(" to ", -1);
        int tries = (int) explanation.entries().stream()
                .filter(entry -> entry.kind().equals("cancel"))
                .count();
        assertThat(tries)
                .as("tries, by %s", explanation)
                .isBetween(Integer.valueOf(range[0]), Integer.valueOf(range[range.length - 1]));
        assertThat(first.requests(Operation.CANCEL)).hasSize(isRefused() ? 0 : tries);
    }

    private void assertFoundByLooking(Explanation explanation) {
        assertThat(first.looks()).isPositive();
        assertThat(explanation.entries())
                .as("what webhooks settled")
                .noneMatch(entry -> entry.kind().equals("webhook"));
        if (cell.first() == Vendor.AIMLAPI) {
            assertThat(hook.deliveries()).isEmpty();
            assertThat(webhookTries()).isEmpty();
        }
    }

    private List<WebhookAttempt> webhookTries() {
        return world.sandbox().eachlabs().webhookAttempts();
    }

    private boolean isRefused() {
        return cell.fault().equals(Faults.REFUSED);
    }
}
