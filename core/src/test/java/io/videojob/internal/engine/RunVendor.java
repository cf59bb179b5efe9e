package io.videojob.internal.engine;

import io.videojob.ProviderException;
import io.videojob.RefusalReason;
import io.videojob.VendorAnswer;
import io.videojob.spi.CancelOutcome;
import io.videojob.spi.Lookup;
import io.videojob.spi.ProviderTraits;
import io.videojob.spi.Submission;
import io.videojob.spi.SubmitOutcome;
import io.videojob.spi.VendorState;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A vendor of a random run. Knows the truth: what was made, until when it runs, what is billed. */
final class RunVendor {
    static final BigDecimal PRICE = new BigDecimal("0.70");
    static final BigDecimal CHARGE = new BigDecimal("0.56");
    /** Most are delivered. */
    private static final List<RunMade.Fate> FATES = Stream.concat(
                    Stream.of(RunMade.Fate.values()),
                    Stream.generate(() -> RunMade.Fate.DELIVERED).limit(12))
            .toList();

    final String name;
    final ProviderTraits traits = ProviderTraits.builder(List.of()).build();
    final Map<String, RunMade> made = new LinkedHashMap<>();
    final List<Submission> arrived = new ArrayList<>();
    /** When creates arrived. */
    final List<Instant> arrivals = new ArrayList<>();

    final Queue<CreateFault> createFaults = new ArrayDeque<>();
    /** How long the answers to the next creates are not seen. */
    final Queue<Duration> lateAnswers = new ArrayDeque<>();

    final Queue<AskFault> lookFaults = new ArrayDeque<>();
    final Queue<AskFault> lookupFaults = new ArrayDeque<>();
    final Queue<AskFault> cancelFaults = new ArrayDeque<>();
    private final RunSetting setting;
    private final Supplier<Instant> now;
    private final Random fates;

    RunVendor(String name, RunSetting setting, Supplier<Instant> now, Random fates) {
        this.name = name;
        this.setting = setting;
        this.now = now;
        this.fates = fates;
    }

    /** How a create goes wrong. */
    enum CreateFault {
        ANSWER_LOST,
        ANSWER_LOST_BUT_FOR_AN_ID,
        REQUEST_LOST,
        MADE_AND_500,
        NOT_MADE_AND_500,
        NO_ID,
        ADAPTER_THROWS,
        DONE_AT_ONCE,
        NOT_SENT,
        RATE_LIMITED,
        CONCURRENCY_LIMITED,
        UNAVAILABLE,
        OUT_OF_CREDITS,
        INVALID
    }

    /** How an exchange that only asks goes wrong. */
    enum AskFault {
        UNREACHABLE,
        UNREADABLE,
        UNAUTHORIZED,
        NOT_FOUND,
        RATE_LIMITED,
        UNAVAILABLE
    }

    boolean isRunning(RunMade job) {
        return now.get().isBefore(job.endsAt);
    }

    SubmitOutcome submit(Submission submission) {
        arrived.add(submission);
        CreateFault fault = createFaults.poll();
        if (fault != CreateFault.NOT_SENT && fault != CreateFault.REQUEST_LOST) {
            arrivals.add(now.get());
        }
        if (fault == null) {
            return SubmitOutcome.accepted(make(submission).id, word(VendorState.Phase.QUEUED, "in line"));
        }
        return switch (fault) {
            case ANSWER_LOST -> uncertain("the answer was cut", make(submission), false);
            case ANSWER_LOST_BUT_FOR_AN_ID -> uncertain("the answer was cut", make(submission), true);
            case REQUEST_LOST -> SubmitOutcome.uncertain(VendorAnswer.ofMessage("no answer"), null);
            case MADE_AND_500 -> serverError(make(submission));
            case NOT_MADE_AND_500 -> serverError(null);
            case NO_ID -> {
                RunMade unused = make(submission);
                yield SubmitOutcome.accepted(" ", word(VendorState.Phase.QUEUED, "in line"));
            }
            case ADAPTER_THROWS -> {
                RunMade unused = make(submission);
                throw new IllegalStateException("a bug of the adapter");
            }
            case DONE_AT_ONCE -> {
                RunMade job = make(submission);
                job.endsAt = now.get();
                yield SubmitOutcome.accepted(job.id, job.end(now.get()));
            }
            case NOT_SENT -> SubmitOutcome.notSent("connection refused");
            case RATE_LIMITED -> refused(429, RefusalReason.RATE_LIMITED, Duration.ofSeconds(10));
            case CONCURRENCY_LIMITED -> refused(429, RefusalReason.CONCURRENCY_LIMITED, null);
            case UNAVAILABLE -> refused(503, RefusalReason.UNAVAILABLE, null);
            case OUT_OF_CREDITS -> refused(402, RefusalReason.OUT_OF_CREDITS, null);
            case INVALID -> refused(400, RefusalReason.INVALID_REQUEST, null);
        };
    }

    private static SubmitOutcome uncertain(String words, RunMade job, boolean named) {
        return SubmitOutcome.uncertain(VendorAnswer.ofMessage(words), named ? job.id : null);
    }

    private static SubmitOutcome serverError(@Nullable RunMade unused) {
        return SubmitOutcome.uncertain(VendorAnswer.of(500, "oops"), null);
    }

    private static SubmitOutcome refused(int status, RefusalReason reason, @Nullable Duration retryAfter) {
        return SubmitOutcome.refused(reason, VendorAnswer.of(status, "no: " + reason), retryAfter);
    }

    private RunMade make(Submission submission) {
        String id = name + "/" + (made.size() + 1);
        RunMade.Fate fate = FATES.get(fates.nextInt(FATES.size()));
        boolean slow = fates.nextInt(20) == 0;
        Duration run = slow
                ? RunSetting.LONGEST_RUN.plusMinutes(5 + fates.nextInt(20))
                : Duration.ofSeconds(5 + fates.nextInt((int) RunSetting.LONGEST_RUN.toSeconds() - 65));
        RunMade job = new RunMade(id, submission, now.get(), fate, now.get().plus(run));
        made.put(id, job);
        return job;
    }

    VendorState fetch(String vendorJobId) {
        fail(lookFaults);
        RunMade job = made.get(vendorJobId);
        if (job == null) {
            throw refusal(RefusalReason.NOT_FOUND, null);
        }
        return isRunning(job) ? word(VendorState.Phase.RUNNING, "at work") : job.end(now.get());
    }

    Lookup locate(Submission submission, Predicate<String> claimed) {
        fail(lookupFaults);
        String suspected = submission.suspectedId().orElse(null);
        if (suspected != null && made.containsKey(suspected) && !claimed.test(suspected)) {
            return Lookup.found(suspected);
        }
        return switch (setting.search()) {
            case NONE -> Lookup.canNotTell("no way to look for it");
            case LOG_OF_ENDED -> tagged(submission, true);
            case LOG_OF_ALL -> tagged(submission, false);
            case LIKENESS ->
                Lookup.candidates(made.values().stream()
                        .filter(job -> job.submission.body().equals(submission.body()))
                        .filter(job -> Duration.between(job.madeAt, submission.sentAt())
                                        .abs()
                                        .compareTo(Duration.ofMinutes(5))
                                <= 0)
                        .map(job -> job.id)
                        .toList());
        };
    }

    private Lookup tagged(Submission submission, boolean endedOnly) {
        return made.values().stream()
                .filter(job -> !endedOnly || !isRunning(job))
                .filter(job -> job.submission.sendTag().equals(submission.sendTag()))
                .findFirst()
                .map(job -> Lookup.found(job.id))
                .orElse(Lookup.notSeen());
    }

    CancelOutcome cancel(String vendorJobId) {
        fail(cancelFaults);
        RunMade job = made.get(vendorJobId);
        if (job == null) {
            throw refusal(RefusalReason.NOT_FOUND, null);
        }
        if (!isRunning(job) && setting.cancel() != CancelOutcome.Kind.UNSUPPORTED) {
            return CancelOutcome.of(CancelOutcome.Kind.TOO_LATE, VendorAnswer.nothing());
        }
        if (setting.cancel() == CancelOutcome.Kind.ACCEPTED && fates.nextInt(4) > 0) {
            job.canceled = true;
            job.endsAt = now.get();
        }
        return CancelOutcome.of(setting.cancel(), VendorAnswer.nothing());
    }

    private static void fail(Queue<AskFault> faults) {
        AskFault fault = faults.poll();
        if (fault != null) {
            throw switch (fault) {
                case UNREACHABLE -> new io.videojob.TransportException("unreachable", null);
                case UNREADABLE -> new io.videojob.ProtocolException("unreadable", null, null);
                case UNAUTHORIZED -> refusal(RefusalReason.AUTHENTICATION, null);
                case NOT_FOUND -> refusal(RefusalReason.NOT_FOUND, null);
                case RATE_LIMITED -> refusal(RefusalReason.RATE_LIMITED, Duration.ofSeconds(30));
                case UNAVAILABLE -> refusal(RefusalReason.UNAVAILABLE, null);
            };
        }
    }

    private static ProviderException refusal(RefusalReason reason, @Nullable Duration retryAfter) {
        return new ProviderException("no: " + reason, reason, retryAfter, VendorAnswer.nothing());
    }

    private static VendorState word(VendorState.Phase phase, String word) {
        return VendorState.builder(phase, word).build();
    }
}
