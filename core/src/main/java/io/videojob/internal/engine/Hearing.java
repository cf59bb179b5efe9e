package io.videojob.internal.engine;

import io.videojob.VendorRef;
import io.videojob.spi.JobJournal;
import io.videojob.webhook.WebhookEvent;
import java.util.Optional;

/** Brings what a webhook said to the job it is about. */
public final class Hearing {
    private final Jobs jobs;
    private final JobJournal journal;

    /** Over the jobs and the journal they are in. */
    public Hearing(Jobs jobs, JobJournal journal) {
        this.jobs = jobs;
        this.journal = journal;
    }

    /** What came of it. */
    public enum Heard {
        /** The job is looked at, or has no need of it any more. */
        TAKEN,
        /** The journal knows no such job, or not yet. */
        NOBODYS,
        /** The job has no id yet, and the webhook could not prove the one it names: to be told again once it has it. */
        NAMELESS
    }

    /** It came by the address of that attempt. */
    public Heard heard(WebhookTokens.Named named, WebhookEvent said) {
        Optional<Attempt> attempt = jobs.find(named.job()).flatMap(record -> record.attempt(named.attempt()));
        if (attempt.isEmpty()) {
            return Heard.NOBODYS;
        }
        jobs.heard(named.job(), named.attempt(), said);
        return attempt.get().vendorJobId == null && !said.isSigned() ? Heard.NAMELESS : Heard.TAKEN;
    }

    /** It names a vendor's job, and came by no attempt's address. */
    public Heard heard(VendorRef reference, WebhookEvent said) {
        Optional<JobRecord> holder = journal.findByReference(reference).map(Columns::read);
        holder.ifPresent(record -> record.attempts.stream()
                .filter(a -> reference.vendorJobId().equals(a.vendorJobId))
                .filter(a -> record.candidateOf(a).provider().equals(reference.provider()))
                .findFirst()
                .ifPresent(a -> jobs.heard(record.id, a.number, said)));
        return holder.isPresent() ? Heard.TAKEN : Heard.NOBODYS;
    }
}
