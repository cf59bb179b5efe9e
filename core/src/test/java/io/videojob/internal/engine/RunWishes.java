package io.videojob.internal.engine;

import io.videojob.JobId;
import io.videojob.JobStatus;
import io.videojob.JournalException;
import io.videojob.ProviderException;
import io.videojob.VendorRef;
import io.videojob.spi.StoredJob;
import io.videojob.webhook.WebhookEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** What users and vendors' webhooks say in a random run, and what must have become of it. */
final class RunWishes {
    static final String CANCEL = "cancel";
    static final String ADOPT = "adopted ";
    static final String GIVE_UP = "given up by the user";
    static final String SEND_AGAIN = "sent again by the user's wish";

    private final RunWorld world;
    final List<Wish> granted = new ArrayList<>();
    /** How often something was wished, also where it is not known whether that was written. */
    final List<Wish> uttered = new ArrayList<>();
    /** Attempts that the user settled, perhaps. */
    final Set<String> settled = new HashSet<>();
    /** True once a user named a wrong id, or took a vendor's job by its reference: then ids may be anywhere. */
    boolean userErred;

    RunWishes(RunWorld world) {
        this.world = world;
    }

    /** A wish whose call came back without an error. */
    record Wish(JobId job, String note) {}

    void cancel(int which) {
        wish(CANCEL, which, (process, record) -> process.jobs.cancel(record.id));
    }

    void giveUp(int which) {
        wish(GIVE_UP, which, (process, record) -> process.jobs.giveUp(record.id));
    }

    void sendAgain(int which) {
        wish(SEND_AGAIN, which, (process, record) -> process.jobs.sendAgain(record.id));
    }

    void cancelLost(int which) {
        lost(which).ifPresent(job -> wish(CANCEL, job, (process, record) -> process.jobs.cancel(record.id)));
    }

    void giveUpLost(int which) {
        lost(which).ifPresent(job -> wish(GIVE_UP, job, (process, record) -> process.jobs.giveUp(record.id)));
    }

    void sendAgainLost(int which) {
        lost(which).ifPresent(job -> wish(SEND_AGAIN, job, (process, record) -> process.jobs.sendAgain(record.id)));
    }

    void resume(int which) {
        newest(which).ifPresent(record -> resume(record, Duration.ofHours(1)));
    }

    void resume(JobRecord record, Duration patience) {
        RunProcess process = world.somebody();
        attempt(
                process,
                () -> process.jobs.resume(record.id, process.wallClock().plus(patience)));
    }

    void look(int which) {
        newest(which).ifPresent(record -> {
            RunProcess process = world.somebody();
            attempt(process, () -> process.jobs.look(record.id));
        });
    }

    /** The right id is what was made last for the job's attempt; if nothing was, any is wrong. */
    void adopt(int which, boolean right) {
        JobRecord record = newest(which).orElse(null);
        if (record == null) {
            return;
        }
        Attempt current = record.attempt();
        String provider = record.candidate().provider();
        Optional<String> its = world.made().stream()
                .filter(job -> job.job().equals(record.id.toString()) && job.attempt() == current.number)
                .map(job -> job.id)
                .findFirst();
        String id = its.filter(it -> right).orElse(provider + "/of-nobody-" + which);
        wish(ADOPT + id, which, (process, newest) -> {
            process.jobs.adopt(newest.id, VendorRef.of(provider, id));
            userErred |= its.filter(id::equals).isEmpty();
        });
    }

    void attach(int whichMade) {
        made(whichMade).ifPresent(job -> {
            RunProcess process = world.somebody();
            userErred = true;
            settled.add(job.job() + "-" + job.attempt());
            VendorRef reference = job.reference();
            attempt(process, () -> process.jobs.attach(reference, RunSetting.LONGEST_RUN));
        });
    }

    /** The vendor posts that a job has changed; a signed one is always true. */
    void webhook(int whichMade, boolean signed) {
        made(whichMade).ifPresent(job -> heard(job, job.id, signed));
    }

    /** Somebody who learned the address posts what is not true. */
    void falseWebhook(int whichMade) {
        made(whichMade).ifPresent(job -> heard(job, job.id + "-of-nobody", false));
    }

    void heard(RunMade job, String id, boolean signed) {
        RunProcess process = world.somebody();
        world.tell(() -> "a" + (signed ? " signed" : "n unsigned") + " webhook for " + job.submission.sendTag()
                + " names " + id);
        attempt(
                process,
                () -> process.jobs.heard(JobId.parse(job.job()), job.attempt(), WebhookEvent.of(id, "ready", signed)));
    }

    private void wish(String note, int which, BiConsumer<RunProcess, JobRecord> does) {
        newest(which).ifPresent(record -> wish(note, record, does));
    }

    private void wish(String note, JobRecord record, BiConsumer<RunProcess, JobRecord> does) {
        RunProcess process = world.somebody();
        Wish wish = new Wish(record.id, note);
        world.tell(() -> "a user of " + process.name + " wishes for " + record.id + ": " + note);
        try {
            boolean heard = process.enter(() -> does.accept(process, record));
            perhapsWritten(wish, record);
            if (heard) {
                granted.add(wish);
                world.count("wishes: " + note.split(" ", -1)[0]);
                RunPromises.onGranted(world, wish);
            }
        } catch (JournalException away) {
            perhapsWritten(wish, record);
        } catch (IllegalStateException | IllegalArgumentException refused) {
            world.tell(() -> "refused: " + refused.getMessage());
        }
    }

    private void perhapsWritten(Wish wish, JobRecord before) {
        uttered.add(wish);
        if (!wish.note.equals(CANCEL)) {
            boolean adopts = wish.note.startsWith(ADOPT);
            JobRecord now = world.record(wish.job.toString()).orElseThrow();
            settled.add(wish.job + "-" + before.attempt().number);
            now.attempts.stream()
                    .filter(a -> a.state == AttemptState.GIVEN_UP || (adopts && a.number == now.attempt().number))
                    .forEach(a -> settled.add(wish.job + "-" + a.number));
        }
    }

    private void attempt(RunProcess process, Runnable work) {
        try {
            process.enter(work);
        } catch (JournalException | IllegalStateException | IllegalArgumentException | ProviderException refused) {
            world.tell(() -> "refused: " + refused.getMessage());
        }
    }

    private Optional<JobRecord> newest(int which) {
        Optional<JobRecord> atHand = world.atHand();
        if (which == 0 && atHand.isPresent()) {
            return atHand;
        }
        List<StoredJob> rows = world.rows();
        return rows.isEmpty() ? Optional.empty() : Optional.of(Columns.read(rows.get(which % rows.size())));
    }

    /** A job whose answer was lost. */
    private Optional<JobRecord> lost(int which) {
        Optional<JobRecord> atHand =
                world.atHand().filter(record -> record.attempt().canBeSettled());
        if (which == 0 && atHand.isPresent()) {
            return atHand;
        }
        List<StoredJob> rows = world.rows().stream()
                .filter(row -> row.status() == JobStatus.UNCERTAIN)
                .toList();
        return rows.isEmpty() ? Optional.empty() : Optional.of(Columns.read(rows.get(which % rows.size())));
    }

    private Optional<RunMade> made(int which) {
        List<RunMade> made = world.made();
        Optional<String> atHand = world.atHand().map(record -> record.id.toString());
        if (which == 0 && atHand.isPresent()) {
            return made.stream().filter(job -> job.job().equals(atHand.get())).findFirst();
        }
        return made.isEmpty() ? Optional.empty() : Optional.of(made.get(made.size() - 1 - which % made.size()));
    }
}
