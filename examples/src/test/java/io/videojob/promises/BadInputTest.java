package io.videojob.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.videojob.Billing;
import io.videojob.DeliveryException;
import io.videojob.Element;
import io.videojob.FieldReport;
import io.videojob.JobFilter;
import io.videojob.Media;
import io.videojob.Plan;
import io.videojob.ProviderException;
import io.videojob.RefusalReason;
import io.videojob.RequestRejectedException;
import io.videojob.VendorRef;
import io.videojob.VideoJob;
import io.videojob.VideoJobs;
import io.videojob.VideoRequest;
import io.videojob.VideoResult;
import io.videojob.sandbox.script.Answer;
import io.videojob.sandbox.script.Fault;
import io.videojob.sandbox.script.Operation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is wrong is told by a typed error that names the field and the way out, and costs nothing. What a vendor answers in
 * an unreadable way is in {@link LostCreateTest} for creates that may have worked, and in {@link LookTest} for looks.
 */
class BadInputTest {
    @RegisterExtension
    final World world = new World();

    @ParameterizedTest
    @EnumSource
    void aReferenceThatTheVendorDoesNotKnowIsRefusedAndNothingIsKept(Vendor vendor) {
        VideoJobs jobs = world.open(vendor);

        ProviderException refused = catchThrowableOfType(
                ProviderException.class, () -> jobs.attach(vendor.ref("00000000-0000-4000-8000-000000000000")));

        assertThat(refused.reason()).isEqualTo(RefusalReason.NOT_FOUND);
        assertThat(jobs.list(JobFilter.all())).isEmpty();
    }

    static Stream<Arguments> wrongRequests() {
        String four = "@Element1 and @Element2 meet @Element3";
        return Stream.of(
                request("a duration nobody makes", "duration", b -> b.duration(Duration.ofSeconds(7)), "5", "10"),
                request("an aspect ratio nobody makes", "aspectRatio", b -> b.aspectRatio("2:1"), "16:9"),
                request("a prompt that is too long", "prompt", b -> b.prompt("x".repeat(2501)), "2500"),
                request("a field the model lacks", "resolution", b -> b.resolution("1080p"), "leave it out"),
                request("another one", "seed", b -> b.seed(7), "leave it out"),
                request("an option the model lacks", "cfg_scale", b -> b.option("cfg_scale", 0.5), "no such option"),
                request(
                        "too many references",
                        "referenceImages + elements",
                        b -> b.referenceImages(links(4)),
                        "4 + 1 = 5",
                        "at most 4"),
                request(
                        "an element that isn't there",
                        "prompt",
                        b -> b.prompt(four).element(one()),
                        "@Element3",
                        "2"),
                request("an image that isn't there", "prompt", b -> b.prompt("like @Image1"), "@Image1"));
    }

    private interface Change {
        VideoRequest.Builder to(VideoRequest.Builder builder);
    }

    private static Arguments request(String what, String field, Change change, String... wayOut) {
        return Arguments.argumentSet(
                what, change.to(Requests.raccoon("a raccoon")).build(), field, wayOut);
    }

    private static Element one() {
        return Element.of("https://media.example/one-front.png", "https://media.example/one-side.png");
    }

    private static String[] links(int count) {
        return Stream.iterate(1, i -> i + 1)
                .limit(count)
                .map(i -> "https://media.example/" + i + ".png")
                .toArray(String[]::new);
    }

    @ParameterizedTest
    @MethodSource("wrongRequests")
    void aRequestThatNobodyCanCarryIsRefusedByItsFieldForEachCandidate(
            VideoRequest request, String field, String... wayOut) {
        VideoJobs jobs = world.open(world.settings("aimlapi, eachlabs"));

        RequestRejectedException told =
                catchThrowableOfType(RequestRejectedException.class, () -> jobs.submit(request));

        assertThat(told).hasMessageContainingAll("nothing was sent", "aimlapi", "eachlabs");
        assertThat(told.getMessage()).hasSizeLessThan(1000);
        assertThat(told.billing()).isEqualTo(Billing.NOT_BILLED);
        assertThat(told.candidates())
                .hasSize(2)
                .allSatisfy(candidate -> assertThat(candidate.violations())
                        .filteredOn(violation -> violation.field().equals(field))
                        .isNotEmpty()
                        .allSatisfy(
                                violation -> assertThat(violation.toString()).contains(wayOut)));
        Plan plan = jobs.plan(request);
        assertThat(plan.isAccepted()).isFalse();
        assertThat(plan.candidates())
                .extracting(Plan.Candidate::violations)
                .isEqualTo(told.candidates().stream()
                        .map(Plan.Candidate::violations)
                        .toList());
        assertNothingSent(jobs);
    }

    /** What is missing is named, as is what is too much. */
    @Test
    void aRequestWithoutWhatTheModelNeedsIsRefused() {
        VideoJobs jobs = world.open(world.settings("aimlapi, eachlabs"));

        RequestRejectedException told = catchThrowableOfType(
                RequestRejectedException.class,
                () -> jobs.submit(VideoRequest.builder("kling-o1/video-to-video-reference")
                        .build()));

        assertThat(told.candidates())
                .hasSize(2)
                .allSatisfy(candidate -> assertThat(candidate.violations())
                        .extracting(FieldReport::field)
                        .containsExactlyInAnyOrder("prompt", "sourceVideo"));
        assertThat(told).hasMessageContaining("this model needs it; set it");
        assertNothingSent(jobs);
    }

    /** One of the two can carry it: the other is passed over, and the plan says why. */
    @Test
    void aCandidateThatCanNotCarryAFieldIsPassedOver() {
        VideoJobs jobs = world.open(world.settings("aimlapi, eachlabs"));
        VideoRequest request = Requests.raccoon("@Element1").aspectRatio("auto").build();

        Plan plan = jobs.plan(request);

        assertThat(plan.candidates())
                .extracting(Plan.Candidate::provider, Plan.Candidate::isAccepted)
                .containsExactly(tuple("aimlapi", false), tuple("eachlabs", true));
        assertThat(jobs.submit(request).snapshot().provider()).contains("eachlabs");
        assertThat(world.at(Vendor.AIMLAPI).creates()).isEmpty();
    }

    static Stream<Arguments> unknownModels() {
        return Stream.of(
                Arguments.argumentSet(
                        "a family misspelt", "kling-o1/video-to-video-referense", "video-to-video-reference"),
                Arguments.argumentSet("nothing like any", "xyzzy-plugh", "look through the list of models"),
                Arguments.argumentSet(
                        "of a vendor",
                        "eachlabs:kling-o9",
                        "did you mean kling-o1? To send it unchecked, use allowUnknownModel()"),
                Arguments.argumentSet(
                        "of a provider that isn't there", "nobody:kling-o1", "there is aimlapi, eachlabs"));
    }

    @ParameterizedTest
    @MethodSource("unknownModels")
    void anUnknownModelIsRefusedWithTheWayOut(String model, String wayOut) {
        VideoJobs jobs = world.open(world.settings("aimlapi, eachlabs"));
        VideoRequest request = VideoRequest.builder(model).prompt("a raccoon").build();

        RequestRejectedException told =
                catchThrowableOfType(RequestRejectedException.class, () -> jobs.submit(request));

        assertThat(told).hasMessageContainingAll("nothing was sent", wayOut);
        assertNothingSent(jobs);
    }

    static Stream<Arguments> whatIsNoRequest() {
        return Stream.of(
                noRequest("a blank model", () -> VideoRequest.builder(" "), "model"),
                noRequest("no duration", () -> Requests.raccoon("x").duration(Duration.ZERO), "duration"),
                noRequest("no count", () -> Requests.raccoon("x").count(0), "count"),
                noRequest("no link", () -> Requests.raccoon("x").sourceVideo("raccoon.mp4"), "raccoon.mp4"),
                noRequest("a link of another kind", () -> Media.url("ftp://media.example/a.mp4"), "http"),
                noRequest("a file of no kind", () -> Media.file(Path.of("raccoon")), "raccoon"),
                noRequest("no reference", () -> VendorRef.parse("3f2a"), "3f2a"));
    }

    private static Arguments noRequest(String what, ThrowingCallable made, String named) {
        return Arguments.argumentSet(what, made, named);
    }

    @ParameterizedTest
    @MethodSource("whatIsNoRequest")
    void whatCanNotBeARequestIsRefusedWhereItIsWritten(ThrowingCallable made, String named) {
        assertThatIllegalArgumentException().isThrownBy(made).withMessageContaining(named);
    }

    static Stream<Arguments> refusalsThatAreHardToRead() {
        byte[] fiftyMegabytes = " ".repeat(50 << 20).getBytes(StandardCharsets.US_ASCII);
        String page = "<html><head><title>Denied</title></head><body>" + "<p>no</p>".repeat(5000) + "</body></html>";
        List<Answer> answers = List.of(
                Answer.text(401, "text/html", page),
                Answer.json(401, "{\"error\": {\"mess"),
                Answer.json(401, "[[[[]]]]"),
                Answer.empty(401),
                Answer.bytes(401, "application/json", fiftyMegabytes));
        List<String> names = List.of("a page in HTML", "cut JSON", "lists in lists", "nothing", "50 MB");
        return Arrays.stream(Vendor.values())
                .flatMap(vendor -> Stream.iterate(0, i -> i + 1)
                        .limit(answers.size())
                        .map(i -> Arguments.argumentSet(names.get(i) + " at " + vendor.key(), vendor, answers.get(i))));
    }

    /** The status says no: what stands beside it is only words, however many. */
    @ParameterizedTest
    @MethodSource("refusalsThatAreHardToRead")
    void aRefusalThatIsHardToReadIsARefusal(Vendor vendor, Answer answer) {
        world.at(vendor).on(Operation.CREATE, Fault.answer(answer));

        VideoJob job = world.open(vendor).submit(Requests.raccoon());

        ProviderException told = catchThrowableOfType(ProviderException.class, () -> job.await(World.LONG));
        assertThat(told.reason()).isEqualTo(RefusalReason.AUTHENTICATION);
        assertThat(told).hasMessageContainingAll(vendor.key(), "401", "check the provider's key");
        assertThat(told.getMessage()).hasSizeLessThan(1000).doesNotContain("<p>");
        assertThat(told.billing()).isEqualTo(Billing.NOT_BILLED);
        assertThat(world.at(vendor).creates()).hasSize(1);
        assertThat(world.sandbox().bill().jobs()).isZero();
    }

    /** The job is paid: what fails is the saving, and that can be done again. */
    @ParameterizedTest
    @EnumSource
    void aResultThatIsAPageInHtmlIsNotSavedAsAVideo(Vendor vendor) throws Exception {
        world.at(vendor).on(Operation.RESULT, Fault.html().times(5));
        VideoJob job = world.open(vendor).submit(Requests.raccoon());
        VideoResult result = job.await(World.LONG);

        DeliveryException told =
                catchThrowableOfType(DeliveryException.class, () -> result.saveTo(world.file("page.mp4")));
        world.at(vendor).clearFaults();

        assertThat(told.billing()).isEqualTo(Billing.BILLED);
        assertThat(world.file("page.mp4")).doesNotExist();
        world.assertDelivered(job, result);
        world.assertOneCreateOneBill(vendor);
    }

    private void assertNothingSent(VideoJobs jobs) {
        assertThat(jobs.list(JobFilter.all())).isEmpty();
        for (Vendor vendor : Vendor.values()) {
            assertThat(world.at(vendor).creates()).isEmpty();
            assertThat(world.at(vendor).bill().jobs()).isZero();
        }
    }
}
