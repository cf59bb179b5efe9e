package io.videojob.testkit;

import io.videojob.RefusalReason;
import io.videojob.spi.Submission;
import io.videojob.spi.SubmitOutcome;
import io.videojob.spi.SubmitOutcome.Kind;
import io.videojob.spi.VideoProvider;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Exchanger;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** Adapters that are wrong about creates. */
final class BrokenCreates {
    private BrokenCreates() {}

    static List<Broken> all() {
        return List.of(
                Broken.of(
                        "sends a create again when no answer came",
                        Bends.create((honest, settings, sent) -> {
                            SubmitOutcome first = honest.submit(sent);
                            boolean lost = first.kind() == Kind.UNCERTAIN
                                    && first.answer().httpStatus() == 0;
                            return lost ? honest.submit(sent) : first;
                        }),
                        "aCreateIsSentOnceUnderEachFault: a lost request",
                        "aCreateIsSentOnceUnderEachFault: a lost answer",
                        "aCreateIsSentOnceUnderEachFault: a connection that breaks before the answer",
                        "aCreateIsSentOnceUnderEachFault: a vendor that hangs"),
                Broken.of(
                        "sends a create again after 503",
                        Bends.create((honest, settings, sent) -> {
                            SubmitOutcome first = honest.submit(sent);
                            return first.answer().httpStatus() == 503 ? honest.submit(sent) : first;
                        }),
                        "aCreateIsSentOnceUnderEachFault: 503 with Retry-After: 0"),
                Broken.of(
                        "throws when the answer to a create is lost",
                        Bends.create((honest, settings, sent) -> {
                            SubmitOutcome outcome = honest.submit(sent);
                            if (outcome.kind() == Kind.NOT_SENT) {
                                throw new IllegalStateException("connect failed");
                            }
                            return outcome;
                        }),
                        "aCreate.*: a refused connection",
                        "aCreate.*: a failed TLS handshake",
                        "nothingIsLeftAfterClose: no way out"),
                outcomes(
                        "takes a 500 for a refusal",
                        outcome -> outcome.answer().httpStatus() == 500
                                ? SubmitOutcome.refused(RefusalReason.UNAVAILABLE, outcome.answer(), null)
                                : outcome,
                        "aCreateEndsAsTheTableOfOutcomesSays: 500 .*"),
                outcomes(
                        "loses the suspected id",
                        outcome -> outcome.kind() == Kind.UNCERTAIN
                                ? SubmitOutcome.uncertain(outcome.answer(), null)
                                : outcome,
                        "aCreateEndsAsTheTableOfOutcomesSays: [25]00 .* leaves its suspected id"),
                outcomes(
                        "forgets how long a create shall wait when that is a date",
                        outcome -> outcome.kind() == Kind.REFUSED
                                        && outcome.retryAfter()
                                                .filter(wait -> wait.compareTo(Duration.ofSeconds(60)) > 0)
                                                .isPresent()
                                ? SubmitOutcome.refused(outcome.reason().orElseThrow(), outcome.answer(), null)
                                : outcome,
                        "retryAfterIsReadAsSecondsAndAsADate: Retry-After as a date, of a create"),
                outcomes(
                        "takes every 429 for a limit of the rate",
                        outcome -> outcome.reason()
                                        .filter(RefusalReason.CONCURRENCY_LIMITED::equals)
                                        .isPresent()
                                ? SubmitOutcome.refused(RefusalReason.RATE_LIMITED, outcome.answer(), null)
                                : outcome,
                        "everyDocumentedErrorHasItsReasonAndKeepsItsWords: a create answered 429 .*"),
                Broken.of(
                        "drops a duration that isn't the default",
                        Bends.create((honest, settings, sent) -> {
                            Map<String, Object> less = new TreeMap<>(sent.body());
                            less.remove("length", "8s");
                            return honest.submit(with(sent, less).build());
                        }),
                        "everyFieldIsCarriedOrRefused: flipbook-9 carries duration .*"),
                Broken.of(
                        "mixes up the answers of threads that create at once",
                        (honest, settings) -> new MixedUp(honest),
                        "manyThreadsShareAProviderAndGetTheirOwnJobs: .*"),
                Broken.of(
                        "sends one create at a time",
                        (honest, settings) -> new Bent(honest) {
                            @Override
                            public synchronized SubmitOutcome submit(Submission sent) {
                                return honest.submit(sent);
                            }
                        },
                        "manyThreadsShareAProviderAndGetTheirOwnJobs: .*"));
    }

    static Submission.Builder with(Submission sent, Map<String, Object> body) {
        return Submission.builder(sent.sendTag(), sent.model(), body, sent.sentAt())
                .timeout(sent.timeout())
                .profile(sent.profile().orElse(null))
                .webhook(sent.webhookUrl().orElse(null), sent.webhookSecret().orElse(null));
    }

    private static Broken outcomes(String name, UnaryOperator<SubmitOutcome> change, String... failing) {
        return Broken.of(name, Bends.create((honest, settings, sent) -> change.apply(honest.submit(sent))), failing);
    }

    /** Two threads that are at it at once get each other's answer. */
    private static final class MixedUp extends Bent {
        private final AtomicInteger atOnce = new AtomicInteger();
        private final Exchanger<SubmitOutcome> exchanger = new Exchanger<>();

        MixedUp(VideoProvider honest) {
            super(honest);
        }

        @Override
        public SubmitOutcome submit(Submission sent) {
            atOnce.incrementAndGet();
            SubmitOutcome mine = honest.submit(sent);
            boolean alone = atOnce.get() == 1;
            try {
                return alone ? mine : exchanger.exchange(mine, 1, TimeUnit.SECONDS);
            } catch (InterruptedException | TimeoutException e) {
                return mine;
            } finally {
                atOnce.decrementAndGet();
            }
        }
    }
}
