package io.videojob.sandbox.internal.aimlapi;

import io.videojob.sandbox.internal.engine.Phase;
import io.videojob.sandbox.internal.engine.Vendor;
import io.videojob.sandbox.internal.engine.VendorJob;
import io.videojob.sandbox.internal.json.Json;
import io.videojob.sandbox.script.AimlApiAnswers;
import io.videojob.sandbox.script.Answer;
import io.videojob.sandbox.script.Failure;
import io.videojob.sandbox.script.OutputShape;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What AI/ML API says about a job. Submit and look share one schema; the cost stands in the submit's answer only. */
final class AimlApiBodies {
    /** The enum of every video schema. There is no cancel. */
    private static final Map<Phase, String> WORDS = Map.of(
            Phase.QUEUED, "queued",
            Phase.RUNNING, "generating",
            Phase.SUCCEEDED, "completed",
            Phase.FAILED, "error");

    private static final BigDecimal CREDITS_A_DOLLAR = BigDecimal.valueOf(2_000_000);

    private AimlApiBodies() {}

    static String word(VendorJob job, Instant now) {
        return job.word(now, WORDS);
    }

    /** The answer to a video's create. A slow answer may find the job ended, and then says all that a look would. */
    static Answer queued(VendorJob job, Instant now) {
        Map<String, @Nullable Object> body = outcome(job, now);
        body.put("meta", Json.object("usage", usage(job.price())));
        return Answer.json(200, Json.write(body))
                .header("x-aimlapi-credits-used", String.valueOf(credits(job.price())))
                .header("x-aimlapi-usd-spent", job.price().toPlainString());
    }

    /** The answer to a look. */
    static Answer state(VendorJob job, Instant now) {
        Map<String, @Nullable Object> body = outcome(job, now);
        if (job.phase(now) != Phase.FAILED && job.script().hasPlaceholderError()) {
            body.put("error", Json.object("name", "<name>", "message", "<message>"));
        }
        return Answer.json(200, Json.write(body));
    }

    private static Map<String, @Nullable Object> outcome(VendorJob job, Instant now) {
        Map<String, @Nullable Object> body = Json.object(idField(job), job.id(), "status", word(job, now));
        Phase phase = job.phase(now);
        if (phase == Phase.SUCCEEDED) {
            OutputShape shape = job.script().output().orElse(OutputShape.object("url"));
            body.put("video", shape.write(job.links()));
        }
        if (phase == Phase.FAILED) {
            Failure failure = job.failure().orElse(Failure.silent());
            body.put("error", failure.write(job.id(), job.model().slug()));
        }
        return body;
    }

    /** The answer to a picture's create, which waits for the pictures. */
    static Answer images(VendorJob job, Vendor vendor) {
        if (job.phase(vendor.pace().now()) != Phase.SUCCEEDED) {
            return AimlApiAnswers.partnerFailed();
        }
        List<Map<String, @Nullable Object>> data = job.links().stream()
                .map(link -> job.script().isBase64()
                        ? Json.object("url", null, "b64_json", base64(link, vendor))
                        : Json.object("url", link, "b64_json", null))
                .toList();
        Map<String, @Nullable Object> body =
                Json.object("data", data, "meta", Json.object("usage", usage(job.price())));
        return Answer.json(200, Json.write(body));
    }

    private static String base64(String link, Vendor vendor) {
        byte[] file = vendor.file(link).orElseThrow();
        return Base64.getEncoder().encodeToString(file);
    }

    private static String idField(VendorJob job) {
        return job.script().idField().orElse("id");
    }

    static Map<String, @Nullable Object> usage(BigDecimal usd) {
        return Json.object("credits_used", credits(usd), "usd_spent", usd);
    }

    /** 1 USD is 2,000,000 credits (faq/how-can-i-track-my-funds). */
    static long credits(BigDecimal usd) {
        return usd.multiply(CREDITS_A_DOLLAR).longValue();
    }
}
