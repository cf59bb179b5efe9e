package io.videojob.testkit;

import static java.util.Objects.requireNonNull;

import io.videojob.FailureReason;
import io.videojob.RefusalReason;
import io.videojob.VideoRequest;
import io.videojob.spi.Lookup;
import io.videojob.spi.Submission;
import io.videojob.spi.VendorState.Phase;
import io.videojob.spi.VideoProviderFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor documents, for {@link VideoProviderContract}: a request to try with, and the answers as the vendor's pages
 * print them. Bodies are JSON, copied from a document; the contract puts other ids, words and links in the place of those
 * that stand in them.
 *
 * <p>Cancelling, webhooks and looking for a lost job are said to be there or not to be there; saying neither is an error,
 * because the contract asks a capability to work and its absence to be told. So are words, failed jobs and refusals, of which
 * cases would pass for want of any.
 *
 * <pre>{@code
 * VendorScript.builder(new AtelierFactory())
 *     .request(VideoRequest.builder("atelier:flipbook-9").prompt("a raccoon").build())
 *     .accepted(created, "41")
 *     .finished(done, "in the can", "https://cdn.atelier.example/41.mp4")
 *     .words(Phase.RUNNING, "drawing", "inking")
 *     .words(Phase.FAILED, "spoiled")
 *     .failed(indecent, FailureReason.CONTENT_REJECTED)
 *     .refuses(401, noTicket, RefusalReason.AUTHENTICATION)
 *     .noCancel()
 *     .noWebhooks()
 *     .noLookUp()
 *     .build();
 * }</pre>
 */
public final class VendorScript {
    final VideoProviderFactory factory;
    final String key;
    final VideoRequest request;
    final List<VideoRequest> samples;
    final IdInBody accepted;
    final List<Finished> finished;
    final Map<String, Phase> words;
    final List<Failed> failures;
    final List<Refused> refusals;
    final @Nullable String suspectedIdHeader;
    final @Nullable Cancels cancels;
    final @Nullable Webhooks webhooks;
    final List<LooksUp> lookUps;

    /** An answer with a job's id somewhere in it. */
    record IdInBody(Answer answer, String id) {
        Answer with(String other) {
            return swapped(answer, id, other);
        }
    }

    /** A job that has ended well. */
    record Finished(String body, String word, List<String> links) {
        Answer with(String otherWord) {
            return swapped(Answer.ok(body), word, otherWord);
        }
    }

    /** A job that has ended badly. */
    record Failed(String body, FailureReason reason) {}

    /** A documented error answer. */
    record Refused(Answer answer, RefusalReason reason, boolean provesNothingMade) {}

    /** What a vendor says to the wish to stop a job. */
    record Cancels(Answer accepted, @Nullable Answer tooLate) {}

    /** What a vendor posts, and the ways of proving it that are too weak to be believed. */
    record Webhooks(WebhookSigning signing, String body, String id, String word, Map<String, WebhookSigning> weak) {}

    /** The pages that a look-up reads, in order, and what it then has to say. */
    record LooksUp(Lookup expected, Function<Submission, List<Answer>> pages) {}

    private VendorScript(Builder b) {
        this.factory = b.factory;
        this.key = b.key;
        this.request = said(b.request, "request(...)");
        this.samples = List.copyOf(b.samples);
        this.accepted = said(b.accepted, "accepted(...)");
        this.finished = List.copyOf(b.finished);
        this.words = b.words;
        this.failures = List.copyOf(b.failures);
        this.refusals = List.copyOf(b.refusals);
        this.suspectedIdHeader = b.suspectedIdHeader;
        this.cancels = b.cancels;
        this.webhooks = b.webhooks;
        this.lookUps = List.copyOf(said(b.lookUps, "lookUp(...) or noLookUp()"));
    }

    /** Each id, word and link stands in its body. */
    private void check() {
        swapped(accepted.answer().body(), accepted.id(), "another id");
        finished.forEach(done -> swapped(done.body(), done.word(), "another word"));
        swapped(finished.get(0).body(), finished.get(0).links().get(0), "another link");
    }

    /** Begins the script of the vendor whose providers this makes. */
    public static Builder builder(VideoProviderFactory factory) {
        return new Builder(factory);
    }

    /** The answer with one value of its body, of that text, replaced. */
    static Answer swapped(Answer answer, String from, String to) {
        return answer.withBody(swapped(answer.body(), from, to));
    }

    static String swapped(String body, String from, String to) {
        UnaryOperator<@Nullable Object> swap = leaf -> from.equals(String.valueOf(leaf)) ? to : leaf;
        Object tree = Json.read(body);
        Object other = Json.leaves(tree, swap);
        if (!from.equals(to) && Objects.equals(tree, other)) {
            throw new IllegalArgumentException("no value \"" + from + "\" stands in the body " + body);
        }
        return Json.write(other);
    }

    private static <T> T said(@Nullable T value, String how) {
        require(value != null, how);
        return requireNonNull(value);
    }

    private static void require(boolean said, String how) {
        if (!said) {
            throw new IllegalStateException("the vendor's script is incomplete: call " + how);
        }
    }

    /** Collects a script. */
    public static final class Builder {
        private final VideoProviderFactory factory;
        private String key = "contract-key-" + UUID.randomUUID();
        private @Nullable VideoRequest request;
        private final List<VideoRequest> samples = new ArrayList<>();
        private @Nullable IdInBody accepted;
        private final List<Finished> finished = new ArrayList<>();
        private final Map<String, Phase> words = new LinkedHashMap<>();
        private final List<Failed> failures = new ArrayList<>();
        private final List<Refused> refusals = new ArrayList<>();
        private @Nullable String suspectedIdHeader;
        private @Nullable Cancels cancels;
        private @Nullable Webhooks webhooks;
        private boolean cancelSaid;
        private boolean webhooksSaid;
        private boolean failedSaid;
        private boolean refusalsSaid;
        private final Set<Phase> wordless = new HashSet<>();
        private @Nullable List<LooksUp> lookUps;

        private Builder(VideoProviderFactory factory) {
            this.factory = requireNonNull(factory, "factory");
        }

        /** A key in the vendor's form, at least 12 characters; one made up by the contract unless set. */
        public Builder key(String value) {
            this.key = value;
            return this;
        }

        /** A request to send, for a video model of this vendor that takes a prompt, with no more than it needs. */
        public Builder request(VideoRequest value) {
            this.request = value;
            return this;
        }

        /**
         * A further request that must be carried, such as one with fields that go only together. The contract makes requests
         * for every field of every profile by itself; where it finds none that the profile accepts, it asks for a sample.
         */
        public Builder sample(VideoRequest value) {
            samples.add(value);
            return this;
        }

        /** A documented answer to a create that was accepted, and the id that stands in it. */
        public Builder accepted(String body, String id) {
            this.accepted = new IdInBody(Answer.ok(body), id);
            return this;
        }

        /**
         * A documented answer to a look at a job that has ended well; several for several shapes. The first is used in many
         * cases, so let it be a plain one.
         *
         * @param word the vendor's word for the state, as it stands in the body
         * @param links of the outputs, in the order in which the provider shall give them
         */
        public Builder finished(String body, String word, String... links) {
            finished.add(new Finished(body, word, List.of(links)));
            return words(Phase.SUCCEEDED, word);
        }

        /** Documented words of one sense; all words of the vendor, over several calls. */
        public Builder words(Phase phase, String... all) {
            Stream.of(all).forEach(word -> words.put(word, phase));
            return this;
        }

        /** The vendor documents no word of these senses. */
        public Builder noWords(Phase... phases) {
            wordless.addAll(List.of(phases));
            return this;
        }

        /** A documented answer to a look at a job that has failed, and why it did. */
        public Builder failed(String body, FailureReason reason) {
            failures.add(new Failed(body, reason));
            return this;
        }

        /** The vendor documents no answer to a look at a job that has failed. */
        public Builder noFailed() {
            this.failedSaid = true;
            return this;
        }

        /**
         * A documented error answer, and what it means. To a create it is a refusal where its status can be one, else it
         * leaves the create uncertain.
         */
        public Builder refuses(int status, String body, RefusalReason reason) {
            refusals.add(new Refused(Answer.of(status, body), reason, false));
            return this;
        }

        /** The vendor documents no error answer. */
        public Builder noRefusals() {
            this.refusalsSaid = true;
            return this;
        }

        /** A 5xx of which the vendor's documents say that nothing was made. */
        public Builder refusesWithServerError(int status, String body, RefusalReason reason) {
            refusals.add(new Refused(Answer.of(status, body), reason, true));
            return this;
        }

        /** The header that may name a create's job on answers that say nothing else. */
        public Builder suspectedIdHeader(String name) {
            this.suspectedIdHeader = name;
            return this;
        }

        /**
         * The vendor can stop jobs.
         *
         * @param accepted its answer when it takes the wish
         * @param tooLate its answer when the job had ended; null if its documents print none
         */
        public Builder cancels(Answer accepted, @Nullable Answer tooLate) {
            this.cancels = new Cancels(accepted, tooLate);
            this.cancelSaid = true;
            return this;
        }

        /** The vendor has no way to stop a job. */
        public Builder noCancel() {
            this.cancels = null;
            this.cancelSaid = true;
            return this;
        }

        /** The vendor posts how jobs end; a documented body, with the job's id and the vendor's word in it. */
        public Builder webhooks(WebhookSigning signing, String body, String id, String word) {
            this.webhooks = new Webhooks(signing, body, id, word, new LinkedHashMap<>());
            this.webhooksSaid = true;
            return this;
        }

        /** A weaker way to prove a delivery, such as the bare secret in a header, that must not be believed. */
        public Builder weakerWebhook(String name, WebhookSigning signing) {
            if (webhooks == null) {
                throw new IllegalStateException("call webhooks(...) before weakerWebhook(...)");
            }
            webhooks.weak().put(name, signing);
            return this;
        }

        /** The vendor posts nothing. */
        public Builder noWebhooks() {
            this.webhooks = null;
            this.webhooksSaid = true;
            return this;
        }

        /**
         * A look for the job of a lost answer.
         *
         * @param expected what it has to come to
         * @param pages what the vendor answers to the reads that it takes, in order
         */
        public Builder lookUp(Lookup expected, Function<Submission, List<Answer>> pages) {
            if (lookUps == null) {
                lookUps = new ArrayList<>();
            }
            lookUps.add(new LooksUp(expected, pages));
            return this;
        }

        /** The vendor offers no way to look for the job of a lost answer. */
        public Builder noLookUp() {
            lookUps = new ArrayList<>();
            return this;
        }

        /**
         * The script.
         *
         * @throws IllegalStateException naming what is missing
         * @throws IllegalArgumentException if an id, word or link doesn't stand in its body
         */
        public VendorScript build() {
            require(cancelSaid, "cancels(...) or noCancel()");
            require(webhooksSaid, "webhooks(...) or noWebhooks()");
            require(failedSaid || !failures.isEmpty(), "failed(...) or noFailed()");
            require(refusalsSaid || !refusals.isEmpty(), "refuses(...) or noRefusals()");
            require(
                    hasWords(Phase.QUEUED) || hasWords(Phase.RUNNING),
                    "words(...) for QUEUED or RUNNING, or noWords(...) for them");
            require(hasWords(Phase.FAILED), "words(...) for FAILED, or noWords(...) for it");
            require(findsOrSaysNo(), "lookUp(...) with a job that is found, or noLookUp()");
            require(!finished.isEmpty() && !finished.get(0).links().isEmpty(), "finished(...) with a link");
            VendorScript script = new VendorScript(this);
            script.check();
            return script;
        }

        /** One that never finds anything would pass all cases of look-ups. */
        private boolean findsOrSaysNo() {
            return lookUps == null
                    || lookUps.isEmpty()
                    || lookUps.stream()
                            .anyMatch(lookUp -> !lookUp.expected().ids().isEmpty());
        }

        private boolean hasWords(Phase phase) {
            return words.containsValue(phase) || wordless.contains(phase);
        }
    }
}
