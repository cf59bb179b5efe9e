package io.videojob.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.JobStatus;
import io.videojob.Trouble;
import io.videojob.VideoJob;
import io.videojob.sandbox.script.AimlApiAnswers;
import io.videojob.sandbox.script.Answer;
import io.videojob.sandbox.script.EachlabsAnswers;
import io.videojob.sandbox.script.Fault;
import io.videojob.sandbox.script.JobScript;
import io.videojob.sandbox.script.Operation;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A look that goes wrong changes what we know, not what was bought: no job ends by it. */
class LookTest {
    @RegisterExtension
    final World world = new World();

    /** Past the wait after any failed look. */
    private static final Duration PAST_THE_NEXT_LOOK = Duration.ofMinutes(2);

    /** What can come of a look, with the kind of trouble that it is told as. */
    private static Map<String, Fault> mishaps(Vendor vendor) {
        Map<String, Fault> mishaps = new LinkedHashMap<>();
        mishaps.put("lost: unreachable", Fault.loseAnswer());
        mishaps.put("closed unread: unreachable", Fault.closeUnread());
        mishaps.put("cut after the headers: unreadable", Fault.cutAfterHeaders());
        mishaps.put("cut in the body: unreadable", Fault.cutInBody());
        mishaps.put("HTML: unreadable", Fault.html());
        mishaps.put("[]: unreadable", Fault.json("[]"));
        mishaps.put("null: unreadable", Fault.json("null"));
        mishaps.put("empty: unreadable", Fault.emptyBody());
        mishaps.put("wrong types: unreadable", Fault.wrongTypes());
        mishaps.put("50 MB: unreadable", Fault.huge(50 << 20));
        mishaps.put("401: authentication", Fault.answer(vendor.unauthorized()));
        mishaps.put("404: not-found", Fault.answer(vendor.notFound()));
        mishaps.put("429: rate-limited", Fault.answer(vendor.tooManyRequests()));
        mishaps.put(
                "429 with a time: rate-limited",
                Fault.answer(vendor.tooManyRequests().header("Retry-After", "20")));
        mishaps.put("500: unavailable", Fault.answer(vendor.broken()));
        mishaps.put("a gateway's 503: unavailable", Fault.answer(Answer.text(503, "text/html", "<h1>503</h1>")));
        mishaps.put("a redirect: unavailable", Fault.redirect(302));
        if (vendor == Vendor.AIMLAPI) {
            mishaps.put("an unknown id in a 200: not-found", Fault.answer(AimlApiAnswers.unknownStatus()));
        }
        if (vendor == Vendor.EACHLABS) {
            mishaps.put("{}: unreadable", Fault.json("{}"));
            mishaps.put("401 with {}: authentication", Fault.answer(EachlabsAnswers.unauthorizedLook()));
        }
        return mishaps;
    }

    static Stream<Arguments> everyMishapAtEachVendor() {
        return Arrays.stream(Vendor.values())
                .flatMap(vendor -> mishaps(vendor).entrySet().stream()
                        .map(mishap -> Arguments.argumentSet(
                                mishap.getKey() + " at " + vendor.key(),
                                vendor,
                                mishap.getKey().replaceAll(".*: ", ""),
                                mishap.getValue())));
    }

    @ParameterizedTest
    @MethodSource("everyMishapAtEachVendor")
    void noLookThatGoesWrongEndsTheJobAndItsTroubleIsVisibleMeanwhile(Vendor vendor, String kind, Fault mishap)
            throws Exception {
        world.at(vendor).nextJob(JobScript.success().hold());
        world.at(vendor).on(Operation.LOOK, mishap.always());
        VideoJob job = world.open(vendor, "videojob.unreachable-after = 30s").submit(Requests.raccoon());

        Trouble trouble = trouble(vendor, job);
        assertThat(trouble.kind()).isEqualTo(kind);
        assertThat(trouble.parked()).isFalse();
        assertThat(trouble.message()).contains(vendor.key(), "looking goes on");
        assertThat(job.snapshot().status()).isIn(JobStatus.QUEUED, JobStatus.RUNNING);
        world.at(vendor).clearFaults();
        world.at(vendor).finish(world.onlyJob(vendor));
        world.time().skip(PAST_THE_NEXT_LOOK);

        world.assertDelivered(job);
        world.assertOneCreateOneBill(vendor);
        assertThat(job.snapshot().trouble()).isEmpty();
        assertThat(job.explain().toString()).contains("a look failed (" + kind + ")");
    }

    /** At AI/ML API a body without a status, as one with a word that nobody knows, means: not finished. */
    @Test
    void anAnswerWithoutAWordThatIsKnownMeansNotFinished() throws Exception {
        Vendor vendor = Vendor.AIMLAPI;
        world.at(vendor).nextJob(JobScript.success().hold());
        world.at(vendor).on(Operation.LOOK, Fault.json("{}").always());
        VideoJob job = world.open(vendor).submit(Requests.raccoon());

        world.untilRequests(vendor, Operation.LOOK, 3);
        assertThat(job.snapshot().status().isFinal()).isFalse();
        world.at(vendor).clearFaults();
        world.at(vendor).finish(world.onlyJob(vendor));

        world.assertDelivered(job);
        world.assertOneCreateOneBill(vendor);
    }

    /** The vendor says nothing at all: each look ends by its timeout. */
    @ParameterizedTest
    @EnumSource
    void aLookThatHangsEndsNoJob(Vendor vendor) throws Exception {
        world.at(vendor).nextJob(JobScript.success().hold());
        world.at(vendor).on(Operation.LOOK, Fault.hang().then(Fault.hangInBody()));
        VideoJob job = world.open(vendor, "videojob.unreachable-after = 30s", "videojob.timeout.call = 300ms")
                .submit(Requests.raccoon());

        Trouble trouble = trouble(vendor, job);
        assertThat(trouble.kind()).isEqualTo("unreachable");
        assertThat(job.snapshot().status()).isIn(JobStatus.QUEUED, JobStatus.RUNNING);
        world.at(vendor).clearFaults();
        world.at(vendor).finish(world.onlyJob(vendor));
        world.time().skip(PAST_THE_NEXT_LOOK);

        world.assertDelivered(job);
        world.assertOneCreateOneBill(vendor);
    }

    /** Waits until looking has gone wrong for as long as it takes to be told. */
    private Trouble trouble(Vendor vendor, VideoJob job) {
        World.until("a look to fail", () -> job.explain().toString().contains("a look failed"));
        world.time().skip(PAST_THE_NEXT_LOOK);
        World.until("the trouble to be visible", () -> job.snapshot().trouble().isPresent());
        assertThat(world.at(vendor).looks()).isPositive();
        return job.snapshot().trouble().orElseThrow();
    }
}
