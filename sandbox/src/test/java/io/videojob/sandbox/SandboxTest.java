package io.videojob.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.videojob.sandbox.internal.json.Json;
import io.videojob.sandbox.script.Fault;
import io.videojob.sandbox.script.Limits;
import io.videojob.sandbox.script.Operation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

class SandboxTest {
    @Test
    void inRealTimeAJobEndsByItself() {
        try (Sandbox sandbox = Sandbox.builder().speed(10_000).start()) {
            String id = Samples.create(sandbox.eachlabs());
            Caller caller = Caller.of(sandbox.eachlabs());
            while (!caller.get("/v1/prediction/" + id).string("status").equals("success")) {
                Thread.onSpinWait();
            }
            assertThat(sandbox.bill()).hasToString("1 job, $0.7");
        }
    }

    @Test
    void nothingIsLeftWhenItIsClosed() throws Exception {
        Sandbox sandbox = Sandbox.start();
        sandbox.aimlapi().on(Operation.LOOK, Fault.hang());
        CompletableFuture<?> hanging = CompletableFuture.runAsync(
                () -> Caller.of(sandbox.aimlapi()).get("/v2/video/generations?generation_id=x"));
        while (sandbox.aimlapi().looks() == 0) {
            Thread.onSpinWait();
        }
        List<Thread> threads = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("videojob-sandbox"))
                .toList();
        assertThat(threads).hasSizeGreaterThanOrEqualTo(4).allMatch(Thread::isDaemon);

        sandbox.close();
        for (Thread thread : threads) {
            thread.join(10_000);
        }
        assertThat(threads).noneMatch(Thread::isAlive);
        assertThat(hanging).failsWithin(Duration.ofSeconds(10));
        assertThatExceptionOfType(ConnectException.class)
                .isThrownBy(() -> new RawCaller(sandbox.aimlapi().baseUrl()));
    }

    @Test
    void aPortThatIsTakenIsNamed() {
        try (Sandbox first = Sandbox.start()) {
            int taken = first.aimlapi().baseUrl().getPort();
            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> Sandbox.builder().eachlabsPort(taken).start())
                    .withMessageContaining("port " + taken);
        }
    }

    @Test
    void badSettingsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sandbox.builder().speed(0).start());
        assertThatIllegalArgumentException().isThrownBy(() -> Limits.of(-1, 0));
    }

    @Test
    @ExtendWith(SandboxExtension.class)
    void theExtensionGivesOneSandboxAndItsVendors(Sandbox sandbox, AimlApiSandbox aimlapi, EachlabsSandbox eachlabs) {
        assertThat(sandbox.aimlapi()).isSameAs(aimlapi);
        assertThat(sandbox.eachlabs()).isSameAs(eachlabs);
    }

    @Test
    void keysAndLimitsCanBeSet() {
        try (Sandbox sandbox = Sandbox.builder()
                .aimlapiKey("a")
                .eachlabsKey("e")
                .aimlapiLimits(Limits.of(1, 0))
                .eachlabsLimits(Limits.none())
                .start()) {
            assertThat(sandbox.aimlapi().key()).isEqualTo("a");
            assertThat(Samples.create(sandbox.eachlabs())).isNotEqualTo("null");
            Samples.create(sandbox.aimlapi());
            assertThat(Caller.of(sandbox.aimlapi())
                            .post(Samples.AIMLAPI_VIDEOS, Json.write(Samples.aimlapi()))
                            .status())
                    .isEqualTo(429);
        }
    }

    @Test
    @ExtendWith(SandboxExtension.class)
    void requestsMayBeChunkedAndShareAConnection(EachlabsSandbox vendor) throws IOException {
        String body = Json.write(Samples.eachlabs());
        String head = "X-API-Key: " + vendor.key() + "\r\nHost: x\r\n";
        try (RawCaller raw = new RawCaller(vendor.baseUrl())) {
            raw.send("POST /v1/prediction HTTP/1.1\r\n" + head + "Transfer-Encoding: chunked\r\n\r\n");
            raw.send("5;ext=1\r\n" + body.substring(0, 5) + "\r\n");
            String rest = body.substring(5);
            raw.send(Integer.toHexString(rest.length()) + "\r\n" + rest + "\r\n0\r\nTrailer: x\r\n\r\n");
            assertThat(raw.readOne()).startsWith("HTTP/1.1 200 OK").contains("predictionID");

            raw.send("POST /v1/prediction HTTP/1.1\r\n" + head + "Expect: 100-continue\r\nContent-Length: "
                    + body.length() + "\r\nConnection: close\r\n\r\n" + body);
            assertThat(raw.readAll())
                    .startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK")
                    .contains("Connection: close");
        }
        assertThat(vendor.jobs()).hasSize(2);
    }

    @Test
    @ExtendWith(SandboxExtension.class)
    void nonsenseOnTheSocketEndsTheConnectionAndNothingElse(EachlabsSandbox vendor) throws IOException {
        try (RawCaller raw = new RawCaller(vendor.baseUrl())) {
            assertThat(raw.send("nonsense\r\n\r\n").readAll()).isEmpty();
        }
        assertThat(Samples.create(vendor)).isNotEqualTo("null");
    }

    private static String run(ByteArrayOutputStream out, String... args) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Optional<Sandbox> sandbox = SandboxMain.start(print(out), print(err), args);
        sandbox.ifPresent(Sandbox::close);
        return err.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream print(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    @Test
    void theProgramSaysHowToReachIt() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(run(out, "--port", "0", "--speed", "60")).isEmpty();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("Speed      60.0")
                .containsPattern("videojob.provider.aimlapi.base-url = http://127.0.0.1:\\d+")
                .contains("videojob.provider.eachlabs.api-key = smk_sandbox-eachlabs-key");
    }

    @Test
    void theProgramHelps() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(run(out, "--help")).isEmpty();
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("Usage: sandbox");
    }

    @Test
    void theProgramRefusesWhatItDoesNotKnow() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(run(out, "--fast")).contains("There is no option --fast").contains("--help");
        assertThat(run(out, "--speed")).contains("--speed needs a value");
        assertThat(run(out, "--speed", "-1")).contains("above 0, not -1");
        assertThat(run(out, "--port", "70000")).contains("not 70000");
        assertThat(out.size()).isZero();
    }
}
