package io.videojob.testkit;

import io.videojob.Plan;
import io.videojob.VideoJobs;
import io.videojob.VideoRequest;
import io.videojob.spi.ProviderSettings;
import io.videojob.spi.Submission;
import io.videojob.spi.SubmitOutcome;
import io.videojob.spi.VendorState;
import io.videojob.spi.VideoProvider;
import io.videojob.testkit.VendorServer.Play;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;

/** A provider before a scripted vendor, and what cases do with the two. */
final class Bench implements AutoCloseable {
    /** Long enough for any exchange that isn't kept waiting on purpose. */
    static final Duration PATIENT = Duration.ofSeconds(20);

    static final Duration HURRIED = Duration.ofSeconds(1);

    /** What ends within {@link #HURRIED}, or at once, has ended after this, on a slow machine too. */
    static final Duration GRACE = Duration.ofSeconds(3);

    private static final AtomicInteger SENDS = new AtomicInteger();

    final VendorScript script;
    final VendorServer server = new VendorServer();
    /** Another origin, to which nothing must ever go. */
    final VendorServer elsewhere = new VendorServer();

    final VideoProvider provider;
    final VideoJobs jobs;
    private final List<VideoProvider> more = new ArrayList<>();
    private Plan.@Nullable Candidate sample;

    Bench(VendorScript script) {
        this.script = script;
        this.provider = make(settings());
        this.jobs = VideoJobs.builder()
                .provider(provider)
                .timing(new ManualTime())
                .environment(name -> null)
                .build();
    }

    ProviderSettings settings() {
        return ProviderSettings.of(script.factory.vendor(), script.key)
                .withBaseUrl(server.url())
                .withTimeouts(Duration.ofSeconds(5), PATIENT);
    }

    /** A further provider, closed with this. */
    VideoProvider another(ProviderSettings settings) {
        VideoProvider made = make(settings);
        more.add(made);
        return made;
    }

    VideoProvider make(ProviderSettings settings) {
        if (script.factory.create(settings) instanceof VideoProvider made) {
            return made;
        }
        throw new IllegalStateException("the factory of " + script.factory.vendor() + " makes no VideoProvider");
    }

    Play answers(Answer answer) {
        return answers(Reply.of(answer));
    }

    Play answers(Reply reply) {
        return server.play(request -> reply);
    }

    /** What the script's request comes to at this provider. */
    Plan.Candidate sample() {
        if (sample == null) {
            sample = accepted(script.request);
        }
        return sample;
    }

    Plan.Candidate accepted(VideoRequest request) {
        Plan plan = jobs.plan(request);
        return plan.first()
                .orElseThrow(() -> new IllegalStateException(
                        "the script's request is refused by the vendor's own profiles: " + plan));
    }

    Submission submission() {
        return submission(sample()).build();
    }

    Submission.Builder submission(Plan.Candidate candidate) {
        return Submission.builder(
                        "contract-" + SENDS.incrementAndGet(), candidate.model(), candidate.body(), Instant.now())
                .timeout(PATIENT)
                .profile(provider.traits().profiles().find(candidate.model()).orElse(null));
    }

    /** A create, and how it ends. */
    SubmitOutcome create(Reply reply) {
        answers(reply);
        return Check.outcome(() -> provider.submit(submission()));
    }

    SubmitOutcome create(Answer answer) {
        return create(Reply.of(answer));
    }

    VendorState look(Answer answer) {
        return look(Reply.of(answer));
    }

    VendorState look(Reply reply) {
        answers(reply);
        return provider.fetch("contract-job");
    }

    /** The documented answer of a job that has ended well. */
    Answer finished() {
        return Answer.ok(script.finished.get(0).body());
    }

    Answer redirect(int status) {
        URI there = elsewhere.url().resolve("/elsewhere");
        return Answer.of(status, "{}").header("Location", there.toString());
    }

    /** Closes, however badly that goes: {@link Endings} has a case for it. */
    static void close(AutoCloseable closed) {
        try {
            Check.silently(GRACE, "a close()", closed);
        } catch (AssertionFailedError hasACaseOfItsOwn) {
            // and no other case shall fail for it
        }
    }

    @Override
    public void close() {
        close(jobs);
        close(provider);
        more.forEach(Bench::close);
        server.close();
        elsewhere.close();
    }
}
