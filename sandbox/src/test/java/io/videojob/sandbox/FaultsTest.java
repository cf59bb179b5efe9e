package io.videojob.sandbox;

import static io.videojob.sandbox.Samples.AIMLAPI_VIDEOS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.videojob.sandbox.Caller.NoReply;
import io.videojob.sandbox.Caller.Reply;
import io.videojob.sandbox.internal.json.Json;
import io.videojob.sandbox.script.AimlApiAnswers;
import io.videojob.sandbox.script.Answer;
import io.videojob.sandbox.script.EachlabsAnswers;
import io.videojob.sandbox.script.Fault;
import io.videojob.sandbox.script.Operation;
import io.videojob.sandbox.time.ManualSandboxClock;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FaultsTest {
    private final ManualSandboxClock clock = new ManualSandboxClock();

    @RegisterExtension
    final SandboxExtension extension = new SandboxExtension(builder -> builder.clock(clock));

    private static Reply create(AimlApiSandbox vendor) {
        return Caller.of(vendor).post(AIMLAPI_VIDEOS, Json.write(Samples.aimlapi()));
    }

    private static void createIsCut(AimlApiSandbox vendor) {
        assertThatExceptionOfType(NoReply.class).isThrownBy(() -> create(vendor));
    }

    @Test
    void aRequestThatIsLostMakesNoJob(AimlApiSandbox vendor) {
        vendor.on(Operation.CREATE, Fault.loseRequest(), Fault.closeUnread(), Fault.reset());
        createIsCut(vendor);
        createIsCut(vendor);
        createIsCut(vendor);
        assertThat(vendor.creates()).hasSize(3).allMatch(create -> create.status() == 0);
        assertThat(vendor.jobs()).isEmpty();
        assertThat(create(vendor).status()).isEqualTo(200);
    }

    @Test
    void aLostRequestWasReadAndAnUnreadOneWasNot(AimlApiSandbox vendor) {
        vendor.on(Operation.CREATE, Fault.loseRequest(), Fault.closeUnread());
        createIsCut(vendor);
        createIsCut(vendor);
        assertThat(vendor.creates().get(0).request().model()).isEqualTo(Samples.AIMLAPI_MODEL);
        assertThat(vendor.creates().get(1).request().body()).isEmpty();
    }

    @Test
    void aResetIsSeenAsOneWhileTheBodyIsBeingSent(AimlApiSandbox vendor) throws IOException {
        vendor.on(Operation.CREATE, Fault.reset());
        try (RawCaller raw = new RawCaller(vendor.baseUrl())) {
            raw.send("POST " + AIMLAPI_VIDEOS + " HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf");
            assertThatExceptionOfType(SocketException.class).isThrownBy(raw::readAll);
        }
    }

    @Test
    void aLostAnswerLeavesAJobBehind(AimlApiSandbox vendor) {
        vendor.on(Operation.CREATE, Fault.loseAnswer());
        createIsCut(vendor);
        assertThat(vendor.jobs()).hasSize(1);
        assertThat(vendor.creates().get(0).jobId())
                .contains(vendor.jobs().get(0).id());
        assertThat(vendor.creates().get(0).status()).isZero();
    }

    @Test
    void anAnswerIsCutBehindTheHeadersOrInTheBody(AimlApiSandbox vendor) throws IOException {
        vendor.on(Operation.LOOK, Fault.cutAfterHeaders(), Fault.cutInBody());
        String look = "GET " + AIMLAPI_VIDEOS + "?generation_id=x HTTP/1.1\r\nHost: x\r\n\r\n";
        try (RawCaller raw = new RawCaller(vendor.baseUrl())) {
            assertThat(raw.send(look).readAll()).contains("Content-Length: ").endsWith("\r\n\r\n");
        }
        try (RawCaller raw = new RawCaller(vendor.baseUrl())) {
            String answer = raw.send(look).readAll();
            String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
            int announced = Integer.parseInt(answer.replaceAll("(?s).*Content-Length: (\\d+).*", "$1"));
            assertThat(body).startsWith("{").hasSize(announced / 2);
        }
    }

    @Test
    void anErrorAnswerMakesNoJobUnlessItComesAfterTheWork(AimlApiSandbox vendor) {
        vendor.on(
                Operation.CREATE,
                Fault.answer(AimlApiAnswers.internalError()),
                Fault.answer(AimlApiAnswers.internalError()).afterWork());
        Reply before = create(vendor);
        assertThat(before.status()).isEqualTo(500);
        assertThat(before.string("path")).isEqualTo(AIMLAPI_VIDEOS);
        assertThat(before.string("requestId")).isEqualTo(before.header("x-request-id"));
        assertThat(before.string("timestamp")).isEqualTo(clock.now().toString());
        assertThat(before.header("x-inference-id")).isEmpty();
        assertThat(vendor.jobs()).isEmpty();

        Reply after = create(vendor);
        assertThat(after.status()).isEqualTo(500);
        assertThat(vendor.jobs()).hasSize(1);
        assertThat(after.header("x-inference-id"))
                .isEqualTo(vendor.jobs().get(0).id());
    }

    @Test
    void aGatewaysAnswerCarriesNoneOfTheVendorsHeaders(AimlApiSandbox vendor) {
        vendor.on(
                Operation.CREATE,
                Fault.answer(AimlApiAnswers.badGateway().bare()).afterWork());
        Reply gateway = create(vendor);
        assertThat(gateway.status()).isEqualTo(502);
        assertThat(gateway.header("x-inference-id")).isEmpty();
        assertThat(gateway.header("x-request-id")).isEmpty();
        assertThat(vendor.jobs()).hasSize(1);
    }

    @Test
    void anAnswerIsGarbledAfterTheWork(AimlApiSandbox vendor) {
        vendor.on(
                Operation.CREATE,
                Fault.html(),
                Fault.emptyBody(),
                Fault.json("{}"),
                Fault.wrongTypes(),
                Fault.huge(3_000_000));
        assertThat(create(vendor).text()).startsWith("<html>");
        assertThat(create(vendor).bytes()).isEmpty();
        assertThat(create(vendor).text()).isEqualTo("{}");
        assertThat(create(vendor).at("id")).isEqualTo(List.of(7L));
        assertThat(create(vendor).bytes()).hasSize(3_000_000);
        assertThat(vendor.jobs()).hasSize(5);
        assertThat(vendor.creates()).allMatch(create -> create.status() == 200);
    }

    @Test
    void faultsComeInTheirOrderAndSoOftenAsTheyAreMeant(EachlabsSandbox vendor) {
        vendor.on(
                Operation.CREATE,
                Fault.answer(EachlabsAnswers.tooManyRequests())
                        .times(2)
                        .then(Fault.none())
                        .then(Fault.answer(EachlabsAnswers.paymentRequired()).always()));
        Caller caller = Caller.of(vendor);
        List<Integer> statuses = IntStream.range(0, 6)
                .mapToObj(i -> caller.post("/v1/prediction", Json.write(Samples.eachlabs()))
                        .status())
                .toList();
        assertThat(statuses).containsExactly(429, 429, 200, 402, 402, 402);
        vendor.clearFaults();
        assertThat(caller.post("/v1/prediction", Json.write(Samples.eachlabs())).status())
                .isEqualTo(200);
        assertThat(vendor.tooManyRequests()).isEqualTo(2);
    }

    @Test
    void aFaultCanBeForSomeRequestsOnly(AimlApiSandbox vendor) {
        vendor.on(Operation.CREATE, Fault.answer(AimlApiAnswers.unavailable()).forModel("klingai/image-o1"));
        assertThat(create(vendor).status()).isEqualTo(200);
        Reply image = Caller.of(vendor).post("/v1/images/generations", Json.write(Samples.image(1)));
        assertThat(image.status()).isEqualTo(503);
    }

    @Test
    void aRedirectLeadsToAnotherHostThatRemembersTheVisit(Sandbox sandbox) {
        AimlApiSandbox vendor = sandbox.aimlapi();
        vendor.on(Operation.CREATE, Fault.redirect(307), Fault.redirect(301, URI.create("https://example.com/")));
        Reply moved = create(vendor);
        assertThat(moved.status()).isEqualTo(307);
        assertThat(moved.header("Location")).isEqualTo(sandbox.elsewhereUrl() + AIMLAPI_VIDEOS);
        assertThat(create(vendor).header("Location")).isEqualTo("https://example.com/");

        assertThat(sandbox.leakedKeys()).isEmpty();
        Caller.of(vendor).post(moved.header("Location"), "{}");
        assertThat(sandbox.elsewhere())
                .singleElement()
                .extracting(request -> request.path())
                .isEqualTo(AIMLAPI_VIDEOS);
        assertThat(sandbox.leakedKeys()).hasSize(1);
    }

    @Test
    void aKeptConnectionDiesBehindItsAnswer(AimlApiSandbox vendor) throws IOException {
        vendor.on(Operation.LOOK, Fault.dropConnectionAfterwards());
        String look = "GET " + AIMLAPI_VIDEOS + "?generation_id=x HTTP/1.1\r\nHost: x\r\n\r\n";
        try (RawCaller raw = new RawCaller(vendor.baseUrl())) {
            assertThat(raw.send(look).readOne()).contains("Connection: keep-alive");
            assertThat(raw.readAll()).isEmpty();
        }
    }

    @Test
    void aVendorThatIsOfflineRefusesConnectionsAndComesBackAtTheSameAddress(AimlApiSandbox vendor) {
        URI address = vendor.baseUrl();
        vendor.goOffline();
        assertThatExceptionOfType(NoReply.class)
                .isThrownBy(() -> create(vendor))
                .withCauseInstanceOf(ConnectException.class);
        vendor.goOnline();
        assertThat(vendor.baseUrl()).isEqualTo(address);
        assertThat(create(vendor).status()).isEqualTo(200);
        assertThat(vendor.creates()).hasSize(1);
    }

    @Test
    void looksLookupsAndCancelsFailOnTheirOwn(EachlabsSandbox vendor) {
        String id = Samples.create(vendor);
        vendor.on(Operation.LOOK, Fault.answer(EachlabsAnswers.error(502, "x")));
        vendor.on(Operation.LOOKUP, Fault.html());
        vendor.on(
                Operation.CANCEL, Fault.answer(EachlabsAnswers.error(500, "x")).afterWork());
        Caller caller = Caller.of(vendor);
        assertThat(caller.get("/v1/prediction/" + id).status()).isEqualTo(502);
        assertThat(caller.get("/v1/executions").text()).startsWith("<html>");
        assertThat(caller.post("/v1/prediction/" + id + "/cancel", "").status()).isEqualTo(500);
        assertThat(caller.get("/v1/prediction/" + id).string("status")).isEqualTo("cancelled");
    }

    @Test
    void everyDocumentedErrorIsAvailable() {
        Map<Integer, List<Answer>> answers = Map.of(
                429, List.of(AimlApiAnswers.freeTierUsedUp(), EachlabsAnswers.tooManyInFlight()),
                403, List.of(AimlApiAnswers.outOfCredits(), EachlabsAnswers.fallbackNotEnabled()),
                500, List.of(AimlApiAnswers.partnerFailed(), AimlApiAnswers.underMaintenance()),
                502, List.of(AimlApiAnswers.badGateway()),
                504, List.of(AimlApiAnswers.generationTimeout()));
        answers.forEach((status, all) -> assertThat(all).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(status);
            assertThat(Json.readObject(answer.bodyText())).isNotEmpty();
        }));
        assertThat(Json.readObject(AimlApiAnswers.unknownStatus().bodyText())).containsEntry("status", "unknown");
    }
}
