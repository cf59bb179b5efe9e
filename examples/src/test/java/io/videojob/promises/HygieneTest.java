package io.videojob.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.videojob.AttemptSnapshot;
import io.videojob.Element;
import io.videojob.JobFilter;
import io.videojob.JobSnapshot;
import io.videojob.Plan;
import io.videojob.Trouble;
import io.videojob.VendorAnswer;
import io.videojob.VideoJob;
import io.videojob.VideoJobException;
import io.videojob.VideoJobs;
import io.videojob.VideoRequest;
import io.videojob.VideoResult;
import io.videojob.sandbox.script.AimlApiAnswers;
import io.videojob.sandbox.script.Answer;
import io.videojob.sandbox.script.EachlabsAnswers;
import io.videojob.sandbox.script.Fault;
import io.videojob.sandbox.script.JobScript;
import io.videojob.sandbox.script.Operation;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Nothing that people read, or that lies about, holds a secret: not what is logged, not a message nor its causes, not what a
 * job says of itself; and no key is in the journal's file.
 */
class HygieneTest {
    private static final String WRONG_KEY = "wrong-key-of-nobody-4711";
    private static final String WEBHOOK_SECRET = "a-long-random-text-for-these-tests";
    /** Of the user's own signed link to a medium. */
    private static final String MEDIA_SIGNATURE = "X-Signature=media-signature-0815";
    /** Of the vendor's signed link to the result. */
    private static final String RESULT_SIGNATURE = "X-Signature=result-signature-0816";

    private static final String INLINE_BYTES = "aW5saW5lIGJ5dGVzIG9mIGEgcGljdHVyZQ==";

    @RegisterExtension
    final World world = new World();

    private final List<String> told = new ArrayList<>();
    private LogCapture logs;

    @BeforeEach
    void listen() {
        logs = LogCapture.start();
    }

    @AfterEach
    void stopListening() {
        logs.close();
    }

    @ParameterizedTest
    @EnumSource
    void aWrongKeyIsToldWithoutTheKey(Vendor vendor) throws Exception {
        VideoJobs jobs = world.open(vendor, "videojob.provider." + vendor.key() + ".api-key = " + WRONG_KEY);

        tell(jobs, jobs.submit(signed()));

        assertThat(told).anyMatch(text -> text.contains("check the provider's key"));
        assertNoSecretWasTold(vendor);
    }

    @Test
    void aKeyThatCanNotBeOneIsToldWithoutTheKey() {
        tell(catchThrowable(() ->
                world.open(Vendor.EACHLABS, "videojob.provider.eachlabs.api-key = " + WRONG_KEY + "\t" + WRONG_KEY)));

        assertNoSecretWasTold(Vendor.EACHLABS);
    }

    /** Whatever comes of a create: the refused, the lost, the moved, and the one that never left. */
    @ParameterizedTest
    @EnumSource
    void createsThatGoWrongAreToldWithoutSecrets(Vendor vendor) throws Exception {
        List<Fault> faults = List.of(
                Fault.answer(echo(vendor, 400)),
                Fault.answer(echo(vendor, 401)),
                Fault.answer(echo(vendor, 500)),
                Fault.redirect(302),
                Fault.loseAnswer(),
                Fault.cutInBody(),
                Fault.html());
        for (Fault fault : faults) {
            world.at(vendor).clearFaults();
            world.at(vendor).on(Operation.LOOK, Fault.loseAnswer().always());
            world.at(vendor)
                    .on(Operation.LOOKUP, Fault.answer(echo(vendor, 500)).always());
            world.at(vendor).on(Operation.CREATE, fault);
            VideoJobs jobs = world.open(vendor, world.journal(), "videojob.retry.max-attempts = 1");
            VideoJob job = jobs.submit(signed());
            World.until("the create's end", () -> job.explain().toString().contains("create 1: "));
            world.time().skip(Duration.ofMinutes(31));
            tell(jobs, job);
            jobs.close();
        }
        world.at(vendor).goOffline();
        VideoJobs jobs = world.open(vendor, world.journal(), "videojob.retry.max-attempts = 1");
        tell(jobs, jobs.submit(signed()));

        assertThat(told).anyMatch(text -> text.contains("base URL moved")).anyMatch(text -> text.contains("UNCERTAIN"));
        assertNoSecretWasTold(vendor);
        assertNoKeyIsInTheJournal(vendor);
    }

    /** What a vendor says of a look, and of a paid result that can't be loaded. */
    @ParameterizedTest
    @EnumSource
    void looksAndResultsThatGoWrongAreToldWithoutSecrets(Vendor vendor) throws Exception {
        world.at(vendor).nextJob(JobScript.success().hold());
        world.at(vendor)
                .on(
                        Operation.LOOK,
                        Fault.redirect(302).then(Fault.answer(echo(vendor, 401)).always()));
        VideoJobs jobs = world.open(vendor, world.journal(), "videojob.unreachable-after = 1s");
        VideoJob job = jobs.submit(signed());
        for (int looks = 1; looks <= 3; looks++) {
            world.untilRequests(vendor, Operation.LOOK, looks);
            World.until("trouble", () -> job.explain().toString().contains("a look failed"));
            tell(jobs, job, Duration.ofMillis(1));
            world.time().skip(Duration.ofMinutes(2));
        }
        world.at(vendor).clearFaults();
        world.at(vendor)
                .on(Operation.LOOK, Fault.garble(HygieneTest::signResult).always());
        world.at(vendor)
                .on(
                        Operation.RESULT,
                        Fault.html().times(3).then(Fault.redirect(302).times(3)));
        world.at(vendor).finish(world.onlyJob(vendor));
        world.time().skip(Duration.ofMinutes(2));

        tell(jobs, job);
        VideoResult result = job.await(World.LONG);
        told.add(result.toString());
        told.add(result.outputs().toString());
        for (int tries = 0; tries < 2; tries++) {
            tell(catchThrowable(() -> result.saveTo(world.file("film.mp4"))));
        }

        assertThat(result.outputs().get(0).uri()).contains(RESULT_SIGNATURE);
        assertThat(told).anyMatch(text -> text.contains("DeliveryException"));
        assertNoSecretWasTold(vendor);
        assertNoKeyIsInTheJournal(vendor);
    }

    /** Webhook tokens and secrets are derived: neither is lying about, nor what they are derived from. */
    @Test
    void webhooksAreToldWithoutSecrets() throws Exception {
        Vendor vendor = Vendor.EACHLABS;
        Hook hook = world.closing(Hook.start());
        String[] lines = Stream.concat(Stream.of(hook.settings()), Stream.of(world.journal()))
                .toArray(String[]::new);
        VideoJobs jobs = world.open(vendor, lines);
        hook.handTo(jobs);
        VideoJob job = jobs.submit(signed());
        job.await(World.LONG);
        World.until("the webhook", () -> !hook.deliveries().isEmpty());
        tell(jobs, job);
        Hook.Delivery delivery = hook.deliveries().get(0);
        String token = delivery.path().substring(delivery.path().lastIndexOf('.') + 1);
        String secret = String.valueOf(
                world.at(vendor).creates().get(0).request().json().get("webhook_secret"));

        assertThat(secret).hasSizeGreaterThan(20);
        assertThat(told).noneMatch(text -> text.contains(token)).noneMatch(text -> text.contains(secret));
        assertThat(journalText()).doesNotContain(token, secret);
        assertNoSecretWasTold(vendor);
        assertNoKeyIsInTheJournal(vendor);
    }

    /** Errors about a request quote its values, and plans all of them. */
    @Test
    void requestsArePlannedAndRefusedWithoutSecrets() {
        VideoJobs jobs = world.open(world.settings("aimlapi, eachlabs"));
        VideoRequest wrong = signed().toBuilder()
                .firstFrame("https://media.example/first.png?" + MEDIA_SIGNATURE)
                .referenceImages(Stream.generate(() -> "https://media.example/a.png?" + MEDIA_SIGNATURE)
                        .limit(9)
                        .toArray(String[]::new))
                .build();

        told.add(wrong.toString());
        told.add(wrong.toBuilder().build().fields().toString());
        told.add(jobs.plan(wrong).toString());
        told.add(jobs.plan(signed()).toString());
        told.add(jobs.plan(signed()).candidates().stream()
                .map(Plan.Candidate::fields)
                .toList()
                .toString());
        tell(catchThrowable(() -> jobs.submit(wrong)));
        tell(catchThrowable(() -> VideoRequest.builder("x").sourceVideo("media.example/a.mp4?" + MEDIA_SIGNATURE)));
        told.add(jobs.toString());

        assertNoSecretWasTold(Vendor.AIMLAPI);
    }

    private static VideoRequest signed() {
        return VideoRequest.builder("kling-o1/video-to-video-reference")
                .prompt("Put @Element1 on the raccoon's back")
                .sourceVideo("https://media.example/raccoon.mp4?" + MEDIA_SIGNATURE)
                .element(Element.of(
                        "https://media.example/front.png?" + MEDIA_SIGNATURE,
                        "https://media.example/side.png?" + MEDIA_SIGNATURE))
                .duration(Duration.ofSeconds(5))
                .build();
    }

    /** A vendor that says everything back: the key, the link and bytes that were sent. */
    private Answer echo(Vendor vendor, int status) {
        String words = "no: key " + world.at(vendor).key() + ", video https://media.example/raccoon.mp4?"
                + MEDIA_SIGNATURE + " and data:image/png;base64," + INLINE_BYTES + " as you sent it";
        return vendor == Vendor.AIMLAPI
                ? AimlApiAnswers.envelope(status, words)
                : EachlabsAnswers.gateway(status, words, words);
    }

    private static Answer signResult(Answer own) {
        return own.body(own.bodyText()
                .replace(".mp4\"", ".mp4?" + RESULT_SIGNATURE + "\"")
                .getBytes(StandardCharsets.UTF_8));
    }

    private void tell(VideoJobs jobs, VideoJob job) {
        tell(jobs, job, World.LONG);
    }

    /** All that a job, and the wait for it, say. */
    private void tell(VideoJobs jobs, VideoJob job, Duration patience) {
        Throwable end = catchThrowable(() -> job.await(patience));
        if (end != null) {
            tell(end);
        }
        tell(job.snapshot());
        told.add(job.toString());
        told.add(job.explain().toString());
        told.add(job.explain().entries().toString());
        told.add(jobs.list(JobFilter.all()).toString());
    }

    private void tell(Throwable thrown) {
        assertThat(thrown).isNotNull();
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        told.add(trace.toString());
        if (thrown instanceof VideoJobException ours) {
            ours.answer().ifPresent(this::tell);
            ours.job().ifPresent(this::tell);
        }
    }

    private void tell(JobSnapshot job) {
        told.add(job.toString());
        told.add(job.outputs().toString());
        job.trouble().map(Trouble::toString).ifPresent(told::add);
        for (AttemptSnapshot attempt : job.attempts()) {
            told.add(attempt.toString());
            attempt.error().ifPresent(this::tell);
        }
    }

    private void tell(VendorAnswer answer) {
        told.add(answer.toString());
        Stream.of(answer.message(), answer.details(), answer.code(), answer.requestId())
                .flatMap(Optional::stream)
                .forEach(told::add);
    }

    private void assertNoSecretWasTold(Vendor vendor) {
        told.addAll(logs.lines());
        assertThat(told).isNotEmpty();
        for (String secret : List.of(
                world.at(vendor).key(),
                world.at(vendor.other()).key(),
                WRONG_KEY,
                WEBHOOK_SECRET,
                MEDIA_SIGNATURE,
                RESULT_SIGNATURE,
                INLINE_BYTES)) {
            assertThat(told)
                    .as("what tells " + secret)
                    .filteredOn(text -> text.contains(secret))
                    .isEmpty();
        }
    }

    /** Links stay in the journal as they are: it is what jobs are sent and delivered from. Keys have no business there. */
    private void assertNoKeyIsInTheJournal(Vendor vendor) throws IOException {
        String text = journalText();
        assertThat(text).contains("raccoon.mp4");
        assertThat(text)
                .doesNotContain(world.at(vendor).key(), world.at(vendor.other()).key(), WRONG_KEY, WEBHOOK_SECRET);
    }

    /** The database, and what stands beside it: its log, too. */
    private String journalText() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.list(world.file("jobs.db").getParent())) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith("jobs.db"))
                    .toList()) {
                text.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return text.toString();
    }
}
