package io.videojob.cli;

import io.videojob.BudgetExceededException;
import io.videojob.ConfigurationException;
import io.videojob.JobCanceledException;
import io.videojob.JobFailedException;
import io.videojob.JobSnapshot;
import io.videojob.JobStatus;
import io.videojob.ProviderException;
import io.videojob.RefusalReason;
import io.videojob.RequestRejectedException;
import io.videojob.StillRunningException;
import io.videojob.SubmissionUncertainException;
import io.videojob.TransportException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the command ends with. Scripts rely on these numbers. */
final class ExitCodes {
    static final int DONE = 0;
    static final int BROKEN = 1;
    static final int WRONG = 2;
    static final int KEY_REFUSED = 3;
    static final int NO_MONEY = 4;
    static final int FAILED = 5;
    static final int STILL_RUNNING = 6;
    static final int UNCERTAIN = 7;
    static final int UNREACHABLE = 8;
    static final int INTERRUPTED = 130;

    /** What each means, for {@code --help}. */
    static final Map<Integer, String> TABLE = table();

    private ExitCodes() {}

    private static Map<Integer, String> table() {
        Map<Integer, String> table = new LinkedHashMap<>();
        table.put(DONE, "done");
        table.put(BROKEN, "this machine: disk, journal, output; what was submitted goes on, what is paid can be saved");
        table.put(WRONG, "the request, a setting or the usage is wrong, or the vendor refused the input; nothing made");
        table.put(KEY_REFUSED, "key refused; nothing made");
        table.put(NO_MONEY, "out of credits or over budget; nothing made");
        table.put(FAILED, "the job failed or was canceled");
        table.put(STILL_RUNNING, "not finished in time, still running: wait again, do not submit again");
        table.put(UNCERTAIN, "uncertain, may be billed: settle it, do not submit again");
        table.put(UNREACHABLE, "vendor unreachable, or still refusing after all attempts; nothing made");
        table.put(INTERRUPTED, "interrupted; the job is left as it is");
        return Collections.unmodifiableMap(table);
    }

    /** The code for what a command ended with. */
    static int of(Throwable failure) {
        if (failure instanceof UsageException
                || failure instanceof RequestRejectedException
                || failure instanceof ConfigurationException) {
            return WRONG;
        }
        if (failure instanceof BudgetExceededException) {
            return NO_MONEY;
        }
        if (failure instanceof ProviderException refused) {
            return of(refused.reason());
        }
        if (failure instanceof TransportException) {
            return UNREACHABLE;
        }
        if (failure instanceof SubmissionUncertainException) {
            return UNCERTAIN;
        }
        if (failure instanceof JobFailedException || failure instanceof JobCanceledException) {
            return FAILED;
        }
        if (failure instanceof StillRunningException waiting) {
            return waiting.job().map(ExitCodes::whileOpen).orElse(STILL_RUNNING);
        }
        return BROKEN;
    }

    private static int of(RefusalReason reason) {
        return switch (reason) {
            case AUTHENTICATION -> KEY_REFUSED;
            case OUT_OF_CREDITS -> NO_MONEY;
            case INVALID_REQUEST, NOT_FOUND -> WRONG;
            case RATE_LIMITED, CONCURRENCY_LIMITED, UNAVAILABLE, OTHER -> UNREACHABLE;
        };
    }

    /** The code for a job that has not ended. */
    static int whileOpen(JobSnapshot job) {
        return job.status() == JobStatus.UNCERTAIN || Sending.isOver(job) ? UNCERTAIN : STILL_RUNNING;
    }
}
