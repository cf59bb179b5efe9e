package io.videojob.cluster;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.videojob.JobId;
import io.videojob.spi.DriverSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is to be looked after when, in a table that all machines share; kept by db-scheduler. An entry whose time has come is
 * given to one machine; if that one stops telling that it lives, to another.
 */
final class Timetable {
    /** What db-scheduler calls a job's entry. */
    static final String JOB = "videojob-job";
    /** How late an entry may be found, as a share of a sweep's time; each machine asks once in this time. */
    private static final int POLLS_A_SWEEP = 5;
    /** A machine that is at work on an entry tells so this often. */
    private static final int SWEEPS_A_HEARTBEAT = 2;
    /** After so many that did not come, the entry is given to another. */
    static final int MISSED_HEARTBEATS = 4;
    /** Entries at work at once on one machine: most of that is waiting for a vendor. */
    static final int THREADS = 32;

    private static final Logger LOG = LoggerFactory.getLogger(Timetable.class);
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final DataSource database;
    private final DriverSettings settings;
    private volatile @Nullable Scheduler scheduler;
    private volatile @Nullable CustomTask<Void> jobs;

    Timetable(DataSource database, DriverSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /**
     * Begins to give out entries.
     *
     * @param duty what is done with a job whose time has come; returns when to do it again, empty for not again
     * @param sweep once in {@link DriverSettings#sweepEvery()}, on one machine
     */
    void start(Function<JobId, Optional<Instant>> duty, Runnable sweep) {
        CustomTask<Void> task = Tasks.custom(JOB, Void.class)
                .onFailure((failed, operations) -> operations.reschedule(failed, now().plus(AGAIN)))
                .onDeadExecution((dead, operations) -> operations.reschedule(dead, now()))
                .execute((instance, context) -> ended(duty.apply(JobId.parse(instance.getId()))));
        Scheduler made = Scheduler.create(database, task)
                .startTasks(Tasks.recurring("videojob-sweep", FixedDelay.of(settings.sweepEvery()))
                        .execute((instance, context) -> sweep.run()))
                .tableName(TimetableTable.NAME)
                .clock(this::now)
                .schedulerName(new SchedulerName.Fixed(new SchedulerName.Hostname().getName() + "-"
                        + ProcessHandle.current().pid()))
                .threads(THREADS)
                .executorService(Executors.newFixedThreadPool(THREADS, threads("videojob-cluster-")))
                .dueExecutor(Executors.newSingleThreadExecutor(threads("videojob-cluster-poll-")))
                .housekeeperExecutor(Executors.newScheduledThreadPool(2, threads("videojob-cluster-heartbeat-")))
                .pollingInterval(settings.sweepEvery().dividedBy(POLLS_A_SWEEP))
                .pollUsingLockAndFetch(0.5, 1.0)
                .heartbeatInterval(settings.sweepEvery().multipliedBy(SWEEPS_A_HEARTBEAT))
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(settings.patience())
                .failureLogging(LogLevel.WARN, true)
                .build();
        jobs = task;
        scheduler = made;
        made.start();
    }

    /** Has the job looked after at that time, and not at the one that was set before. */
    void set(JobId id, Instant at) {
        Scheduler current = scheduler;
        CustomTask<Void> task = jobs;
        if (task == null || current == null) {
            return;
        }
        try {
            current.schedule(
                    task.instance(id.toString()),
                    at,
                    ScheduleOptions.defaultOptions().whenExistsReschedule());
        } catch (TaskInstanceCurrentlyExecutingException e) {
            // whoever is at it reads the journal again, or the next sweep finds it overlooked
            LOG.debug("{} is being looked after elsewhere", id);
        }
    }

    /** Waits for what is at work here. */
    void close() {
        Scheduler current = scheduler;
        if (current != null) {
            current.stop();
        }
    }

    private Instant now() {
        return settings.timing().now();
    }

    private static CompletionHandler<Void> ended(Optional<Instant> next) {
        return next.<CompletionHandler<Void>>map(at -> (completed, operations) -> operations.reschedule(completed, at))
                .orElseGet(CompletionHandler.OnCompleteRemove::new);
    }

    /** Threads that never keep a program alive. */
    private static ThreadFactory threads(String prefix) {
        AtomicInteger numbers = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, prefix + numbers.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
