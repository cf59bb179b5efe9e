package io.videojob.eachlabs;

import static io.videojob.eachlabs.Bodies.body;
import static io.videojob.eachlabs.Bodies.tree;
import static io.videojob.eachlabs.ScriptedVendor.submission;

import io.videojob.http.Json;
import io.videojob.spi.Lookup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.HttpUrl;
import okhttp3.mockwebserver.Dispatcher;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.RecordedRequest;

/** {@code GET /v1/executions} and {@code GET /v1/prediction/{id}}, made of the documented bodies; and who asks for them. */
final class Executions extends Dispatcher {
    static final String MODEL = "kling-o1-video-to-video-edit";
    static final Map<String, Object> INPUT = Map.of(
            "prompt",
            "Put @Element1 on it",
            "video_url",
            "https://example.com/raccoon.mp4?sig=a%2Fb",
            "keep_audio",
            true,
            "count",
            5L,
            "elements",
            List.of(Map.of("frontal_image_url", "https://example.com/front.png")));

    final ScriptedVendor vendor = new ScriptedVendor();
    private final Map<String, Object> printed =
            tree(Json.write(((List<?>) tree(body("answers/executions")).get("executions")).get(0)));
    final List<HttpUrl> asked = new CopyOnWriteArrayList<>();
    final List<Map<String, Object>> rows = new ArrayList<>();
    final Map<String, Object> inputs = new LinkedHashMap<>();
    String listing;
    MockResponse refusal;
    MockResponse fetches;

    Executions() {
        vendor.server.setDispatcher(this);
    }

    /** What the look for a create of {@link #INPUT} comes to. */
    Lookup locate(String... claimed) {
        return vendor.eachlabs.locate(submission(INPUT).build(), Set.of(claimed)::contains);
    }

    void add(String id, Map<String, Object> input) {
        add(id, MODEL, input);
    }

    void echo(String id, Map<String, Object> input) {
        add(id, MODEL, input);
    }

    void add(String id, String model, Map<String, Object> input) {
        Map<String, Object> row = new LinkedHashMap<>(printed);
        row.put("id", id);
        row.put("model", model);
        rows.add(row);
        inputs.put(id, input);
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
        HttpUrl url = request.getRequestUrl();
        asked.add(url);
        String id = url.pathSegments().get(url.pathSize() - 1);
        if (!id.equals("executions") && fetches != null) {
            return fetches;
        }
        if (!id.equals("executions")) {
            return inputs.containsKey(id)
                    ? new MockResponse().setBody(prediction(id))
                    : new MockResponse().setResponseCode(404).setBody(body("errors/404-prediction"));
        }
        return refusal != null
                ? refusal
                : new MockResponse().setBody(listing != null && isFirst(url) ? listing : page(url));
    }

    private static boolean isFirst(HttpUrl url) {
        return "0".equals(url.queryParameter("offset"));
    }

    private String prediction(String id) {
        Map<String, Object> prediction = tree(body("answers/processing"));
        prediction.put("id", id);
        prediction.put("input", inputs.get(id));
        return Json.write(prediction);
    }

    private String page(HttpUrl url) {
        int from = Math.min(Integer.parseInt(url.queryParameter("offset")), rows.size());
        int to = Math.min(from + Integer.parseInt(url.queryParameter("limit")), rows.size());
        Map<String, Object> page = tree(body("answers/executions"));
        page.put("executions", rows.subList(from, to));
        return Json.write(page);
    }

    void close() {
        vendor.close();
    }
}
