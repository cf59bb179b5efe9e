package io.videojob.testkit;

import static java.util.Objects.requireNonNull;

import io.videojob.FailureReason;
import io.videojob.Listing;
import io.videojob.RefusalReason;
import io.videojob.VideoRequest;
import io.videojob.spi.ListedJob;
import io.videojob.spi.Lookup;
import io.videojob.spi.Submission;
import io.videojob.spi.VendorState.Phase;
import io.videojob.spi.VideoProviderFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor documents, for {@link VideoProviderContract}: a request to try with, and the answers as the vendor's pages
 * print them. Bodies are JSON, copied from a document; the contract puts other ids, words and links in the place of those
 * that stand in them.
 *
 * <p>Cancelling, webhooks, looking for a lost job and listing jobs are said to be there or not to be there; saying neither is
 * an error, because the contract asks a capability to work and its absence to be told. So are words, failed jobs and refusals,
 * of which cases would pass for want of any.
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
 *     .noList()
 *     .build();
 * }</pre>
 */
public final class VendorScript {
    final VideoProviderFactory factory;
    final String key;
    final VideoRequest request;
    final List<VideoRequest> samples;
    final Documented.IdInBody accepted;
    final List<Documented.Finished> finished;
    final Map<String, Phase> words;
    final List<Documented.Failed> failures;
    final List<Documented.Refused> refusals;
    final @Nullable String suspectedIdHeader;
    final Documented.@Nullable Cancels cancels;
    final Documented.@Nullable Webhooks webhooks;
    final List<Documented.LooksUp> lookUps;
    final Documented.Lists lists;

    private VendorScript(Builder b) {
        this.factory = b.factory;
        this.key = b.key;
        this.request = requireNonNull(b.request);
        this.samples = List.copyOf(b.samples);
        this.accepted = requireNonNull(b.accepted);
        this.finished = List.copyOf(b.finished);
        this.words = b.words;
        this.failures = List.copyOf(b.failures);
        this.refusals = List.copyOf(b.refusals);
        this.suspectedIdHeader = b.suspectedIdHeader;
        this.cancels = b.cancels;
        this.webhooks = b.webhooks;
        this.lookUps = List.copyOf(requireNonNull(b.lookUps));
        this.lists = requireNonNull(b.lists);
    }

    /** Begins the script of the vendor whose providers this makes. */
    public static Builder builder(VideoProviderFactory factory) {
        return new Builder(factory);
    }

    /** Collects a script. */
    public static final class Builder {
        private final VideoProviderFactory factory;
        private String key = "contract-key-" + UUID.randomUUID();

        @Nullable
        VideoRequest request;

        private final List<VideoRequest> samples = new ArrayList<>();

        Documented.@Nullable IdInBody accepted;

        final List<Documented.Finished> finished = new ArrayList<>();
        final Map<String, Phase> words = new LinkedHashMap<>();
        final List<Documented.Failed> failures = new ArrayList<>();
        final List<Documented.Refused> refusals = new ArrayList<>();
        private @Nullable String suspectedIdHeader;
        private Documented.@Nullable Cancels cancels;
        private Documented.@Nullable Webhooks webhooks;
        boolean cancelSaid;
        boolean webhooksSaid;
        boolean failedSaid;
        boolean refusalsSaid;
        final Set<Phase> wordless = new HashSet<>();

        @Nullable
        List<Documented.LooksUp> lookUps;

        Documented.@Nullable Lists lists;

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
            this.accepted = new Documented.IdInBody(Answer.ok(body), id);
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
            finished.add(new Documented.Finished(body, word, List.of(links)));
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
            failures.add(new Documented.Failed(body, reason));
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
            refusals.add(new Documented.Refused(Answer.of(status, body), reason, false));
            return this;
        }

        /** The vendor documents no error answer. */
        public Builder noRefusals() {
            this.refusalsSaid = true;
            return this;
        }

        /** A 5xx of which the vendor's documents say that nothing was made. */
        public Builder refusesWithServerError(int status, String body, RefusalReason reason) {
            refusals.add(new Documented.Refused(Answer.of(status, body), reason, true));
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
            this.cancels = new Documented.Cancels(accepted, tooLate);
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
            this.webhooks = new Documented.Webhooks(signing, body, id, word, new LinkedHashMap<>());
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
            lookUps.add(new Documented.LooksUp(expected, pages));
            return this;
        }

        /** The vendor offers no way to look for the job of a lost answer. */
        public Builder noLookUp() {
            lookUps = new ArrayList<>();
            return this;
        }

        /** The vendor lists jobs: documented answers, to be read to the last, and what their rows say, in order. */
        public Builder lists(Listing shows, List<ListedJob> expected, Answer... pages) {
            lists = new Documented.Lists(shows, List.copyOf(expected), List.of(pages));
            return this;
        }

        /** The vendor has no list of jobs. */
        public Builder noList() {
            return lists(Listing.NONE, List.of());
        }

        /**
         * The script.
         *
         * @throws IllegalStateException naming what is missing
         * @throws IllegalArgumentException if an id, word or link doesn't stand in its body
         */
        public VendorScript build() {
            ScriptCheck.isComplete(this);
            VendorScript script = new VendorScript(this);
            ScriptCheck.isConsistent(script);
            return script;
        }
    }
}
