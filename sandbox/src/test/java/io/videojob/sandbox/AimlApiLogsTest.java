package io.videojob.sandbox;

import static io.videojob.sandbox.Samples.AIMLAPI_MODEL;
import static io.videojob.sandbox.Samples.AIMLAPI_VIDEOS;
import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.sandbox.Caller.Reply;
import io.videojob.sandbox.internal.json.Json;
import io.videojob.sandbox.script.AimlApiAnswers;
import io.videojob.sandbox.script.Failure;
import io.videojob.sandbox.script.Fault;
import io.videojob.sandbox.script.JobScript;
import io.videojob.sandbox.script.Operation;
import io.videojob.sandbox.time.ManualSandboxClock;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AimlApiLogsTest {
    private final ManualSandboxClock clock = new ManualSandboxClock();

    @RegisterExtension
    final SandboxExtension extension = new SandboxExtension(builder -> builder.clock(clock));

    private static Reply create(AimlApiSandbox vendor, String tag) {
        return Caller.of(vendor, "X-Client-Request-Id", tag).post(AIMLAPI_VIDEOS, Json.write(Samples.aimlapi()));
    }

    private static Reply logs(AimlApiSandbox vendor, String more) {
        return Caller.of(vendor).get("/v2/logs?period=24h" + more);
    }

    @Test
    void aRowAppearsOnlyWhenTheJobHasEnded(AimlApiSandbox vendor) {
        vendor.logDelay(Duration.ofSeconds(5));
        String id = create(vendor, "tag-1").string("id");
        assertThat(logs(vendor, "").list("data")).isEmpty();
        clock.advance(Duration.ofMinutes(3));
        assertThat(logs(vendor, "").list("data")).isEmpty();
        clock.advance(Duration.ofSeconds(5));

        Reply logs = logs(vendor, "");
        assertThat(logs.list("data")).hasSize(1);
        assertThat(logs.string("data", 0, "status")).isEqualTo("succeeded");
        assertThat(logs.string("data", 0, "inference_id")).isEqualTo(id);
        assertThat(logs.string("data", 0, "client_request_id")).isEqualTo("tag-1");
        assertThat(logs.string("data", 0, "model")).isEqualTo(AIMLAPI_MODEL);
        assertThat(logs.at("data", 0, "cost", "usd")).isEqualTo(new BigDecimal("0.840"));
        assertThat(logs.at("pagination", "has_more")).isEqualTo(false);
    }

    @Test
    void refusedRequestsAreListedTooAndAtOnce(AimlApiSandbox vendor) {
        Caller.of(vendor, "X-Client-Request-Id", "tag-2").post(AIMLAPI_VIDEOS, "model", AIMLAPI_MODEL);
        vendor.on(Operation.CREATE, Fault.answer(AimlApiAnswers.unavailable()));
        create(vendor, "tag-3");
        Reply logs = logs(vendor, "");
        assertThat(logs.list("data")).hasSize(2);
        assertThat(logs.string("data", 0, "status")).isEqualTo("failed");
        assertThat(logs.at("data", 0, "inference_id")).isNull();
        assertThat(logs.at("data", 0, "cost", "usd")).isEqualTo(0L);
    }

    @Test
    void aRequestThatGotLostOrHadAWrongKeyIsNotListed(AimlApiSandbox vendor) {
        vendor.on(Operation.CREATE, Fault.answer(AimlApiAnswers.unauthorized()));
        Caller.withoutKey(vendor).post(AIMLAPI_VIDEOS, Json.write(Samples.aimlapi()));
        Caller.withoutKey(vendor).post(AIMLAPI_VIDEOS, Json.write(Samples.aimlapi()));
        assertThat(logs(vendor, "").list("data")).isEmpty();
    }

    @Test
    void rowsAreFilteredByStatusModelAndTime(AimlApiSandbox vendor) {
        vendor.runTime(Duration.ZERO);
        vendor.nextJob(JobScript.success(), JobScript.failure(Failure.silent()));
        create(vendor, "good");
        create(vendor, "bad");
        assertThat(logs(vendor, "&status=failed").string("data", 0, "client_request_id"))
                .isEqualTo("bad");
        assertThat(logs(vendor, "&status=failed&status=succeeded").list("data")).hasSize(2);
        assertThat(logs(vendor, "&model=klingai/image-o1").list("data")).isEmpty();
        clock.advance(Duration.ofHours(25));
        assertThat(logs(vendor, "").list("data")).isEmpty();
        String range = "start=" + clock.now().minusSeconds(100_000) + "&end=" + clock.now();
        assertThat(Caller.of(vendor).get("/v2/logs?" + range).list("data")).hasSize(2);
    }

    @Test
    void pagesSayWhetherThereIsMore(AimlApiSandbox vendor) {
        vendor.runTime(Duration.ZERO);
        create(vendor, "one");
        create(vendor, "two");
        Reply page = logs(vendor, "&limit=1");
        assertThat(page.list("data")).hasSize(1);
        assertThat(page.at("pagination", "has_more")).isEqualTo(true);
        assertThat(logs(vendor, "&limit=1&offset=1").at("pagination", "has_more"))
                .isEqualTo(false);
    }

    @Test
    void aBadQueryIsRefused(AimlApiSandbox vendor) {
        for (String query : new String[] {
            "",
            "?period=1y",
            "?period=24h&limit=101",
            "?period=24h&status=maybe",
            "?start=2026-01-01T00:00:00Z",
            "?start=2025-01-01T00:00:00Z&end=2026-01-01T00:00:00Z"
        }) {
            assertThat(Caller.of(vendor).get("/v2/logs" + query).status())
                    .as(query)
                    .isEqualTo(400);
        }
        assertThat(logs(vendor, "&key_prefix=other").status()).isEqualTo(404);
        assertThat(logs(vendor, "&key_prefix=sandbox").status()).isEqualTo(200);
        assertThat(Caller.withoutKey(vendor).get("/v2/logs?period=24h").status())
                .isEqualTo(401);
    }

    @Test
    void moreThan200RequestsAMinuteAreRefused(AimlApiSandbox vendor) {
        for (int i = 0; i < 200; i++) {
            assertThat(logs(vendor, "").status()).isEqualTo(200);
        }
        assertThat(logs(vendor, "").status()).isEqualTo(429);
        clock.advance(Duration.ofMinutes(1));
        assertThat(logs(vendor, "").status()).isEqualTo(200);
    }
}
