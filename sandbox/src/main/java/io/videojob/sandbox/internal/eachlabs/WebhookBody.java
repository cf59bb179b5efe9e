package io.videojob.sandbox.internal.eachlabs;

import io.videojob.sandbox.internal.engine.Phase;
import io.videojob.sandbox.internal.engine.Vendor;
import io.videojob.sandbox.internal.engine.VendorJob;
import io.videojob.sandbox.internal.json.Json;
import io.videojob.sandbox.script.Failure;
import io.videojob.sandbox.script.WebhookPayload;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a webhook says of a job that has ended, or will: no cost and no time, and other words than a look. */
final class WebhookBody {
    private WebhookBody() {}

    static String of(VendorJob job, Vendor vendor, WebhookPayload payload) {
        boolean success = job.ending() == Phase.SUCCEEDED;
        return Json.write(payload == WebhookPayload.OLD ? old(job, vendor, success) : current(job, payload, success));
    }

    private static Map<String, @Nullable Object> current(VendorJob job, WebhookPayload payload, boolean success) {
        Map<String, @Nullable Object> body = Json.object("exec_id", job.id());
        if (payload == WebhookPayload.CURRENT) {
            body.put("flow_id", null);
        }
        body.put("status", success ? "succeeded" : "failed");
        body.put("output", success ? EachlabsBodies.output(job, Phase.SUCCEEDED) : failed(job));
        body.put("error", ""); // always: the reason stands in the output
        return body;
    }

    private static List<?> failed(VendorJob job) {
        return List.of(Json.object("id", "", "status", "", "output", "", "error", "Error: " + message(job)));
    }

    private static Map<String, @Nullable Object> old(VendorJob job, Vendor vendor, boolean success) {
        return Json.object(
                "id",
                job.id(),
                "status",
                success ? "success" : "failed",
                "output",
                success ? EachlabsBodies.output(job, Phase.SUCCEEDED) : null,
                "input",
                job.input(),
                "metrics",
                EachlabsBodies.metrics(job, vendor),
                "logs",
                success ? "" : "Error: " + message(job));
    }

    private static String message(VendorJob job) {
        return job.failure().map(Failure::message).orElse("");
    }
}
