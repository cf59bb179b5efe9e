package io.videojob.sandbox;

import io.videojob.sandbox.internal.json.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Good creates of the main model at either vendor. */
final class Samples {
    static final String AIMLAPI_VIDEOS = "/v2/video/generations";
    static final String AIMLAPI_MODEL = "klingai/video-o1-video-to-video-reference";
    static final String EACHLABS_MODEL = "kling-o1-video-to-video-reference";
    static final String VIDEO = "https://example.com/raccoon.mp4";
    static final String IMAGE = "https://example.com/fairy.png";

    private Samples() {}

    static Map<String, @Nullable Object> aimlapi() {
        return Json.object(
                "model", AIMLAPI_MODEL, "prompt", "Put @Element1 on its back", "video_url", VIDEO, "duration", 5);
    }

    static Map<String, @Nullable Object> image(int count) {
        return Json.object(
                "model", "klingai/image-o1", "prompt", "a raccoon", "image_urls", List.of(IMAGE), "num_images", count);
    }

    static Map<String, @Nullable Object> eachlabsInput() {
        return Json.object("prompt", "Put @Element1 on its back", "video_url", VIDEO, "duration", "5");
    }

    static Map<String, @Nullable Object> eachlabs() {
        return Json.object("model", EACHLABS_MODEL, "input", eachlabsInput());
    }

    /** Makes a job at AI/ML API, and gives its id. */
    static String create(AimlApiSandbox vendor) {
        return Caller.of(vendor).post(AIMLAPI_VIDEOS, Json.write(aimlapi())).string("id");
    }

    /** Makes a job at Eachlabs, and gives its id. */
    static String create(EachlabsSandbox vendor) {
        return Caller.of(vendor).post("/v1/prediction", Json.write(eachlabs())).string("predictionID");
    }
}
