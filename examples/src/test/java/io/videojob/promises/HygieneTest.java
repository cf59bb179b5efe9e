package io.videojob.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.videojob.Element;
import io.videojob.Plan;
import io.videojob.VideoJob;
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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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

    private final Told told = new Told();
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

        told.tell(jobs, jobs.submit(signed()));

        assertThat(told.texts()).anyMatch(text -> text.contains("check the provider's key"));
        assertNoSecretWasTold(vendor);
    }

    @Test
    void aKeyThatCanNotBeOneIsToldWithoutTheKey() {
        told.tell(catchThrowable(() ->
                world.open(Vendor.EACHLABS, "videojob.provider.eachlabs.api-key = " + WRONG_KEY + "\t" + WRONG_KEY)));

        assertNoSecretWasTold(Vendor.EACHLABS);
    }

    /** Whatever comes of a create: the refused, the lost, the moved, and the one that never left. */
    @ParameterizedTest
    @EnumSource
    void createsThatGoWrongAreToldWithoutSecrets(Vendor vendor) throws Exception {
        world.time().speed(5); // a busy machine must not hold a create up past the time by which it had to be sent
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
            told.tell(jobs, job);
            jobs.close();
        }
        world.at(vendor).goOffline();
        VideoJobs jobs = world.open(vendor, world.journal(), "videojob.retry.max-attempts = 1");
        told.tell(jobs, jobs.submit(signed()));

        assertThat(told.texts())
                .anyMatch(text -> text.contains("base URL moved"))
                .anyMatch(text -> text.contains("UNCERTAIN"));
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
            told.tell(jobs, job, Duration.ofMillis(1));
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

        told.tell(jobs, job);
        VideoResult result = job.await(World.LONG);
        told.tell(result.toString());
        told.tell(result.outputs().toString());
        for (int tries = 0; tries < 2; tries++) {
            told.tell(catchThrowable(() -> result.saveTo(world.file("film.mp4"))));
        }

        assertThat(result.outputs().get(0).uri()).contains(RESULT_SIGNATURE);
        assertThat(told.texts()).anyMatch(text -> text.contains("DeliveryException"));
        assertNoSecretWasTold(vendor);
        assertNoKeyIsInTheJournal(vendor);
    }

    /** Webhook tokens and secrets are derived: neither is lying about, nor what they are derived from. */
    @Test
    void webhooksAreToldWithoutSecrets() throws Exception {
        Vendor vendor = Vendor.EACHLABS;
        Hook hook = world.closing(Hook.start());
        VideoJobs jobs = hook.open(world, vendor, world.journal());
        VideoJob job = jobs.submit(signed());
        job.await(World.LONG);
        World.until("the webhook", () -> !hook.deliveries().isEmpty());
        told.tell(jobs, job);
        Hook.Delivery delivery = hook.deliveries().get(0);
        String token = delivery.path().substring(delivery.path().lastIndexOf('.') + 1);
        String secret = String.valueOf(
                world.at(vendor).creates().get(0).request().json().get("webhook_secret"));

        assertThat(secret).hasSizeGreaterThan(20);
        assertThat(told.texts()).noneMatch(text -> text.contains(token)).noneMatch(text -> text.contains(secret));
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

        told.tell(wrong.toString());
        told.tell(wrong.toBuilder().build().fields().toString());
        told.tell(jobs.plan(wrong).toString());
        told.tell(jobs.plan(signed()).toString());
        told.tell(jobs.plan(signed()).candidates().stream()
                .map(Plan.Candidate::fields)
                .toList()
                .toString());
        told.tell(catchThrowable(() -> jobs.submit(wrong)));
        told.tell(
                catchThrowable(() -> VideoRequest.builder("x").sourceVideo("media.example/a.mp4?" + MEDIA_SIGNATURE)));
        told.tell(jobs.toString());

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

    private void assertNoSecretWasTold(Vendor vendor) {
        logs.lines().forEach(told::tell);
        assertThat(told.texts()).isNotEmpty();
        for (String secret : List.of(
                world.at(vendor).key(),
                world.at(vendor.other()).key(),
                WRONG_KEY,
                WEBHOOK_SECRET,
                MEDIA_SIGNATURE,
                RESULT_SIGNATURE,
                INLINE_BYTES)) {
            assertThat(told.texts())
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
