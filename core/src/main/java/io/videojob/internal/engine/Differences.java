package io.videojob.internal.engine;

import io.videojob.Difference;
import io.videojob.Explanation;
import java.util.List;
import java.util.Map;

/** In what delivered files are not what was asked for, as entries of the history: each once, however often a file is saved. */
final class Differences {
    private static final String KIND = "difference";

    private Differences() {}

    /** True if the history tells all of it. */
    static boolean areNoted(JobRecord record, Event.Differed found) {
        return found.differences().stream().allMatch(one -> isNoted(record.history, data(found.output(), one)));
    }

    static void note(JobRecord.Draft d, Moment moment, Event.Differed found) {
        for (Difference one : found.differences()) {
            Map<String, String> data = data(found.output(), one);
            if (!isNoted(d.history, data)) {
                d.note(moment, d.attempt().number, KIND, one.toString(), data);
            }
        }
    }

    private static boolean isNoted(List<Explanation.Entry> history, Map<String, String> data) {
        return history.stream()
                .anyMatch(entry -> entry.kind().equals(KIND) && entry.data().equals(data));
    }

    private static Map<String, String> data(int output, Difference one) {
        return Map.of(
                "output", String.valueOf(output),
                "field", one.field(),
                "asked", one.asked(),
                "delivered", one.delivered());
    }
}
