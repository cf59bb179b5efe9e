package io.videojob.internal.engine;

import io.videojob.Output;
import io.videojob.ProtocolException;
import io.videojob.ProviderException;
import io.videojob.RefusalReason;
import io.videojob.Timing;
import io.videojob.VendorAnswer;
import io.videojob.VendorRef;
import io.videojob.catalog.ModelProfile;
import io.videojob.spi.JobJournal;
import io.videojob.spi.Lookup;
import io.videojob.spi.Submission;
import io.videojob.spi.SubmitOutcome;
import io.videojob.spi.VendorState;
import io.videojob.spi.VideoProvider;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does one exchange for a job on the calling thread, and tells what it came to as an event. */
final class Exchanges {
    private static final Logger LOG = LoggerFactory.getLogger(Exchanges.class);
    private static final int MOST_WORDS = 100;

    private final Map<String, VideoProvider> providers;
    private final JobJournal journal;
    private final Twins twins;
    private final Timing timing;
    private final @Nullable WebhookTokens tokens;
    /** Words that were warned about. */
    private final Set<String> unknownWords = ConcurrentHashMap.newKeySet();

    Exchanges(Map<String, VideoProvider> providers, JobJournal journal, Timing timing, @Nullable WebhookTokens tokens) {
        this.providers = providers;
        this.journal = journal;
        this.twins = new Twins(journal);
        this.timing = timing;
        this.tokens = tokens;
    }

    boolean has(String provider) {
        return providers.containsKey(provider);
    }

    /** The one create that an intent announces. */
    SubmitOutcome create(JobRecord record, Intent intent) {
        if (timing.now().isAfter(intent.sendBy())) {
            return SubmitOutcome.notSent("this process was held up past the time by which it had to send");
        }
        VideoProvider provider = provider(record);
        try {
            SubmitOutcome outcome = provider.submit(submission(record, provider));
            outcome.state().ifPresent(state -> warnOfUnknownWord(provider, state));
            boolean nameless = outcome.kind() == SubmitOutcome.Kind.ACCEPTED
                    && outcome.vendorJobId().orElse("").isBlank();
            return nameless ? SubmitOutcome.uncertain(outcome.answer(), null) : outcome;
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("the adapter of {} threw while sending job {}", provider.name(), record.id, e);
            return SubmitOutcome.uncertain(
                    VendorAnswer.ofMessage("the adapter threw " + e.getClass().getName()), null);
        }
    }

    /** An exchange that makes nothing: done twice, it does no harm. */
    Event ask(JobRecord record, ExchangeKind kind) {
        int attempt = record.attempt().number;
        VideoProvider provider = provider(record);
        Instant begunAt = timing.now();
        try {
            return switch (kind) {
                case LOOK -> new Event.Looked(attempt, id(record.attempt()), look(record, provider), begunAt);
                case CANCEL -> {
                    String id = id(record.attempt());
                    yield new Event.CancelAnswered(attempt, id, provider.cancel(id));
                }
                case LOCATE -> new Event.Located(attempt, locate(record, provider));
                case CREATE -> throw new IllegalArgumentException("a create makes something");
            };
        } catch (RuntimeException e) {
            return new Event.Failed(attempt, kind, record.attempt().vendorJobId, mishap(e), begunAt);
        }
    }

    /**
     * Looks once, for nothing but to learn that the job exists.
     *
     * @throws ProviderException if the vendor says that it has no such job
     */
    void requireThere(JobRecord record) {
        try {
            VendorState unused = provider(record).fetch(id(record.attempt()));
        } catch (ProviderException e) {
            if (e.reason() == RefusalReason.NOT_FOUND) {
                throw e;
            }
            LOG.debug("{} says of {}: {}", record.candidate().provider(), record.attempt().vendorJobId, e.getMessage());
        } catch (RuntimeException e) {
            LOG.debug("whether {} exists is not known yet", record.attempt().vendorJobId, e);
        }
    }

    /** What the vendor says now that the job made; empty if it can't be had. */
    List<Output> outputs(JobRecord record) {
        try {
            VendorState state = provider(record).fetch(id(record.attempt()));
            return state.phase() == VendorState.Phase.SUCCEEDED ? state.outputs() : List.of();
        } catch (RuntimeException e) {
            LOG.warn("no fresh links of job {}: {}", record.id, e.getMessage());
            return List.of();
        }
    }

    private VendorState look(JobRecord record, VideoProvider provider) {
        VendorState state = provider.fetch(id(record.attempt()));
        warnOfUnknownWord(provider, state);
        return state;
    }

    private void warnOfUnknownWord(VideoProvider provider, VendorState state) {
        if (!state.isKnownWord()
                && unknownWords.size() < MOST_WORDS
                && unknownWords.add(provider.vendor() + " " + state.word())) {
            LOG.warn(
                    "{} used the word \"{}\", which this version does not know; treated as not finished",
                    provider.vendor(),
                    state.word());
        }
    }

    private VideoProvider provider(JobRecord record) {
        VideoProvider provider = providers.get(record.candidate().provider());
        if (provider == null) {
            throw new IllegalStateException("no provider " + record.candidate().provider());
        }
        return provider;
    }

    private Submission submission(JobRecord record, VideoProvider provider) {
        Attempt attempt = record.attempt();
        Candidate candidate = record.candidate();
        String model = candidate.model();
        if (model == null || attempt.sentAt == null) {
            throw new IllegalStateException("job " + record.id + " was attached to: there is nothing to send");
        }
        WebhookTokens webhooks = provider.traits().webhooks() ? tokens : null;
        String tag = new SendTag(record.id, attempt.number, attempt.sends).toString();
        return Submission.builder(tag, model, candidate.body(), attempt.sentAt)
                .timeout(candidate.times().createTimeout())
                .profile(profile(provider, model))
                .suspectedId(attempt.suspectedId)
                .webhook(
                        webhooks == null ? null : webhooks.url(record.id, attempt.number, provider.name()),
                        webhooks == null ? null : webhooks.signingSecret(record.id, attempt.number))
                .build();
    }

    private static @Nullable ModelProfile profile(VideoProvider provider, String model) {
        return provider.traits().profiles().find(model).orElse(null);
    }

    /** Looks for the job of a lost answer, and rules out what belongs to other jobs of ours, or might. */
    private Lookup locate(JobRecord record, VideoProvider provider) {
        Lookup lookup = provider.locate(submission(record, provider), id -> isClaimed(record, provider, id));
        if (lookup.kind() == Lookup.Kind.FOUND
                && isClaimed(record, provider, lookup.ids().get(0))) {
            return Lookup.canNotTell(
                    "it is " + lookup.ids().get(0) + ", which another job of the journal holds already");
        }
        if (lookup.kind() != Lookup.Kind.CANDIDATES) {
            return lookup;
        }
        List<String> free = lookup.ids().stream()
                .filter(id -> !isClaimed(record, provider, id))
                .toList();
        if (free.isEmpty()) {
            return Lookup.notSeen();
        }
        if (free.size() == 1 && !twins.mayExist(record, provider.name())) {
            return Lookup.found(free.get(0));
        }
        return Lookup.candidates(free);
    }

    private boolean isClaimed(JobRecord record, VideoProvider provider, String id) {
        return journal.findByReference(VendorRef.of(provider.name(), id))
                .filter(holder -> !holder.id().equals(record.id))
                .isPresent();
    }

    private static String id(Attempt attempt) {
        if (attempt.vendorJobId == null) {
            throw new IllegalStateException("attempt " + attempt.number + " has no vendor id");
        }
        return attempt.vendorJobId;
    }

    private static Event.Mishap mishap(RuntimeException e) {
        String message = e.getMessage() == null ? e.getClass().getName() : e.getMessage();
        if (e instanceof ProviderException p) {
            return new Event.Mishap(
                    p.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    message,
                    p.reason(),
                    p.retryAfter().orElse(null),
                    p.answer().orElse(VendorAnswer.nothing()));
        }
        String kind = e instanceof ProtocolException ? "unreadable" : "unreachable";
        return new Event.Mishap(kind, message, null, null, VendorAnswer.nothing());
    }
}
