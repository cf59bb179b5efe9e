package io.videojob.sandbox.internal.engine;

import io.videojob.sandbox.script.Answer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Fills in what an answer template leaves open. */
final class Filling {
    private Filling() {}

    /** Only errors and redirects are templates: a success may echo a prompt that holds anything. */
    static Answer fill(Answer answer, Visit visit, Instant now, URI elsewhere) {
        if (answer.status() < 300) {
            return answer;
        }
        Answer filled = answer;
        if (answer.bodyText().contains("${")) {
            filled = answer.body(fill(answer.bodyText(), visit, now, elsewhere).getBytes(StandardCharsets.UTF_8));
        }
        String location = answer.headers().get("Location");
        return location == null ? filled : filled.header("Location", fill(location, visit, now, elsewhere));
    }

    private static String fill(String text, Visit visit, Instant now, URI elsewhere) {
        return text.replace("${path}", visit.head().path())
                .replace("${target}", visit.head().target())
                .replace("${requestId}", visit.requestId())
                .replace("${timestamp}", now.toString())
                .replace("${elsewhere}", elsewhere.toString());
    }
}
