package io.videojob.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.JobSnapshot;
import io.videojob.JobStatus;
import io.videojob.SubmissionUncertainException;
import io.videojob.VendorRef;
import io.videojob.VideoJob;
import io.videojob.VideoJobs;
import io.videojob.sandbox.report.JobView;
import io.videojob.sandbox.script.Fault;
import io.videojob.sandbox.script.JobScript;
import io.videojob.sandbox.script.Operation;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Equal jobs whose answers are lost: each gets an id of its own or is parked, and never two the same. */
class TwinsTest {
    private static final Duration PAST_ALL_LOOK_UPS = Duration.ofMinutes(31);
    private static final int SEEDS = 4;

    @RegisterExtension
    final World world = new World();

    /** Its log has the tag of each create, so that each is told from the other. */
    @Test
    void atAimlApiEachOfTwoEqualJobsFindsItsOwn() throws Exception {
        Vendor vendor = Vendor.AIMLAPI;
        world.at(vendor).on(Operation.CREATE, Fault.loseAnswer().times(2));

        List<VideoJob> twins = world.open(vendor)
                .submitAll(Collections.nCopies(2, Requests.raccoon()))
                .jobs();

        for (VideoJob twin : twins) {
            world.assertDelivered(twin);
            // the log's row is by the tag, which begins with our job's id
            String id = twin.snapshot().vendorRef().orElseThrow().vendorJobId();
            assertThat(world.at(vendor).creates())
                    .filteredOn(create -> create.jobId().equals(Optional.of(id)))
                    .singleElement()
                    .satisfies(create -> assertThat(create.request()
                                    .header("X-Client-Request-Id")
                                    .orElseThrow())
                            .contains(twin.id().toString()));
        }
        assertThat(world.at(vendor).creates()).hasSize(2);
        assertThat(world.at(vendor).bill().jobs()).isEqualTo(2);
    }

    /** Its list names neither input nor sender: both are parked with both candidates, and the user settles it. */
    @Test
    void atEachlabsTwoEqualJobsAreParkedWithTheirCandidatesAndEachCanBeAdoptedOnce() throws Exception {
        Vendor vendor = Vendor.EACHLABS;
        world.at(vendor).on(Operation.CREATE, Fault.hang().afterWork().times(2));
        List<VideoJob> twins = world.open(vendor)
                .submitAll(Collections.nCopies(2, Requests.raccoon()))
                .jobs();
        World.until("both to be made", () -> world.at(vendor).jobs().size() == 2);
        world.at(vendor).release();
        List<VendorRef> made = parkAll(vendor, twins);

        for (VideoJob twin : twins) {
            Assertions.assertThatExceptionOfType(SubmissionUncertainException.class)
                    .isThrownBy(() -> twin.await(World.LONG))
                    .satisfies(told -> assertThat(told.candidates()).containsExactlyInAnyOrderElementsOf(made));
        }
        twins.get(0).adopt(made.get(0));
        Assertions.assertThatIllegalArgumentException()
                .isThrownBy(() -> twins.get(1).adopt(made.get(0)))
                .withMessageContaining(twins.get(0).id().toString());
        twins.get(1).adopt(made.get(1));

        world.assertDelivered(twins.get(0));
        world.assertDelivered(twins.get(1));
        assertThat(world.at(vendor).creates()).hasSize(2);
        assertThat(world.at(vendor).bill().jobs()).isEqualTo(2);
    }

    /** Nothing of the other can be on the list yet: what stands there is the first one's. */
    @ParameterizedTest
    @EnumSource
    void theFirstIsFoundWhileItsEqualIsStillInLineAndThenTheOther(Vendor vendor) throws Exception {
        world.at(vendor).on(Operation.CREATE, Fault.loseAnswer().times(2));

        List<VideoJob> twins = world.open(vendor, "videojob.provider." + vendor.key() + ".max-in-flight = 1")
                .submitAll(Collections.nCopies(2, Requests.raccoon()))
                .jobs();

        for (VideoJob twin : twins) {
            world.assertDelivered(twin);
        }
        assertThat(twins)
                .extracting(twin -> twin.snapshot().vendorRef().orElseThrow())
                .containsExactlyElementsOf(made(vendor));
        assertThat(world.at(vendor).creates()).hasSize(2);
    }

    /** The answer of one came: what is left on the list is the other's. */
    @ParameterizedTest
    @EnumSource
    void ofTwoEqualJobsOneIsAnsweredAndTheOtherFindsWhatIsLeft(Vendor vendor) throws Exception {
        world.at(vendor).on(Operation.CREATE, Fault.none().then(Fault.cutInBody()));

        List<VideoJob> twins = world.open(vendor)
                .submitAll(Collections.nCopies(2, Requests.raccoon()))
                .jobs();

        for (VideoJob twin : twins) {
            world.assertDelivered(twin);
        }
        assertThat(twins)
                .extracting(twin -> twin.snapshot().vendorRef().orElseThrow())
                .doesNotHaveDuplicates();
        assertThat(world.at(vendor).creates()).hasSize(2);
    }

    static Stream<Arguments> seeds() {
        return Arrays.stream(Vendor.values())
                .flatMap(vendor -> LongStream.range(0, SEEDS)
                        .mapToObj(seed -> Arguments.argumentSet("seed " + seed + " at " + vendor.key(), vendor, seed)));
    }

    /** Lost, answered, late, refused and really lost creates of equal jobs, and look-ups that fail now and then. */
    @ParameterizedTest
    @MethodSource("seeds")
    void equalJobsNeverShareAnId(Vendor vendor, long seed) throws Exception {
        Random dice = new Random(seed);
        int count = 2 + dice.nextInt(3);
        for (int i = 0; i < count; i++) {
            world.at(vendor).on(Operation.CREATE, anyFate(vendor, dice));
            world.at(vendor).nextJob(JobScript.success().runFor(Duration.ofSeconds(1 + dice.nextInt(40))));
        }
        Fault flaky = Fault.none().times(1 + dice.nextInt(3));
        for (int i = 0; i < 6; i++) {
            flaky = flaky.then(Fault.loseAnswer().times(dice.nextInt(2) + 1))
                    .then(Fault.none().times(dice.nextInt(4) + 1));
        }
        world.at(vendor).on(Operation.LOOKUP, flaky);
        VideoJobs jobs = world.open(vendor);

        List<VideoJob> equal = IntStream.range(0, count)
                .mapToObj(i -> jobs.submit(Requests.raccoon()))
                .toList();
        parkAll(vendor, equal);

        assertThat(equal.stream().flatMap(job -> job.snapshot().vendorRef().stream()))
                .as("ids of the jobs, seed " + seed)
                .doesNotHaveDuplicates()
                .isSubsetOf(made(vendor));
        for (VideoJob job : equal) {
            if (job.snapshot().vendorRef().isPresent()) {
                world.assertDelivered(job);
            } else {
                assertThat(job.snapshot().isParked()).isTrue();
            }
        }
        assertThat(world.at(vendor).creates().stream().filter(create -> create.status() != 429))
                .as("creates that were not refused, seed " + seed)
                .hasSize(count);
    }

    private static Fault anyFate(Vendor vendor, Random dice) {
        return switch (dice.nextInt(7)) {
            case 0 -> Fault.none();
            case 1 -> Fault.cutInBody();
            case 2 -> Fault.answer(vendor.broken()).afterWork();
            case 3 -> Fault.loseRequest();
            case 4 -> Fault.delay(Duration.ofSeconds(5 + dice.nextInt(30))).afterWork();
            case 5 -> Fault.answer(vendor.tooManyRequests()).then(Fault.loseAnswer());
            default -> Fault.loseAnswer();
        };
    }

    private static boolean isSent(VideoJob job) {
        JobSnapshot now = job.snapshot();
        return now.vendorRef().isPresent() || now.status() == JobStatus.UNCERTAIN;
    }

    /** Waits until those that found nothing are parked; gives what the vendor made. */
    private List<VendorRef> parkAll(Vendor vendor, List<VideoJob> jobs) {
        World.until(
                "all to have an id, or an uncertain end", () -> jobs.stream().allMatch(TwinsTest::isSent));
        world.time().skip(PAST_ALL_LOOK_UPS);
        World.until(
                "all settled or parked",
                () -> jobs.stream()
                        .allMatch(job -> job.snapshot().status().isFinal()
                                || job.snapshot().isParked()));
        return made(vendor);
    }

    private List<VendorRef> made(Vendor vendor) {
        return world.at(vendor).jobs().stream()
                .map(JobView::id)
                .map(vendor::ref)
                .toList();
    }
}
