package io.videojob.internal.engine;

import io.videojob.Cancellation;
import io.videojob.Explanation;
import io.videojob.JobId;
import io.videojob.JournalException;
import io.videojob.Output;
import io.videojob.Trouble;
import io.videojob.internal.json.Json;
import io.videojob.internal.json.JsonException;
import io.videojob.internal.json.JsonFields;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records as the journal's payload. {@code format} counts the changes that an older reader could not read. */
final class RecordCodec {
    private static final long FORMAT = 1;

    private RecordCodec() {}

    static String write(JobRecord r) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("format", FORMAT);
        json.put("id", r.id.toString());
        json.put("createdAt", r.createdAt.toString());
        json.put("stage", r.stage.name());
        put(json, "wakeAt", r.wakeAt);
        put(json, "deadline", r.deadline);
        put(json, "cancellation", r.cancellation == null ? null : r.cancellation.name());
        json.put("request", r.request == null ? null : RequestCodec.write(r.request));
        json.put("candidates", r.candidates.stream().map(CandidateCodec::write).toList());
        json.put("attempts", r.attempts.stream().map(AttemptCodec::write).toList());
        json.put("intent", r.intent == null ? null : intent(r.intent));
        json.put("trouble", r.trouble == null ? null : trouble(r.trouble));
        json.put("end", r.end == null ? null : end(r.end));
        json.put("saving", r.saving == null ? null : saving(r.saving));
        json.put("history", r.history.stream().map(RecordCodec::entry).toList());
        json.values().removeIf(value -> value == null);
        return Json.write(json);
    }

    static JobRecord read(String payload) {
        try {
            JsonFields json = JsonFields.read(payload, "record");
            long format = json.integer("format");
            if (format > FORMAT) {
                throw new JournalException(
                        "this job was written in format " + format + " by a newer version; this one reads up to "
                                + FORMAT + ": update the library",
                        null);
            }
            return JobRecord.of(JobId.parse(json.text("id")), json.instant("createdAt"), d -> {
                d.stage = json.constant("stage", Stage.class);
                d.wakeAt = json.optionalInstant("wakeAt").orElse(null);
                d.deadline = json.optionalInstant("deadline").orElse(null);
                d.cancellation = json.optionalConstant("cancellation", Cancellation.class)
                        .orElse(null);
                d.request =
                        json.optionalObject("request").map(RequestCodec::read).orElse(null);
                d.candidates = json.objects("candidates").stream()
                        .map(CandidateCodec::read)
                        .toList();
                json.objects("attempts").forEach(a -> d.attempts.add(AttemptCodec.read(a)));
                d.intent =
                        json.optionalObject("intent").map(RecordCodec::intent).orElse(null);
                d.trouble =
                        json.optionalObject("trouble").map(RecordCodec::trouble).orElse(null);
                d.end = json.optionalObject("end").map(RecordCodec::end).orElse(null);
                d.saving =
                        json.optionalObject("saving").map(RecordCodec::saving).orElse(null);
                json.objects("history").forEach(e -> d.history.add(entry(e)));
            });
        } catch (JsonException e) {
            throw new JournalException("a job of the journal can't be read: " + e.getMessage(), e);
        }
    }

    private static Map<String, Object> intent(Intent i) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("owner", i.owner());
        json.put("sentAt", i.sentAt().toString());
        json.put("sendBy", i.sendBy().toString());
        json.put("answerBy", i.answerBy().toString());
        return json;
    }

    private static Intent intent(JsonFields json) {
        return new Intent(json.text("owner"), json.instant("sentAt"), json.instant("sendBy"), json.instant("answerBy"));
    }

    private static Map<String, Object> trouble(Trouble t) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("since", t.since().toString());
        json.put("kind", t.kind());
        json.put("message", t.message());
        json.put("parked", t.parked());
        return json;
    }

    private static Trouble trouble(JsonFields json) {
        return new Trouble(json.instant("since"), json.text("kind"), json.text("message"), json.flag("parked"));
    }

    private static Map<String, Object> end(JobEnd e) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", e.kind().name());
        json.put("message", e.message());
        json.put(
                "outputs",
                e.outputs().stream()
                        .map(o -> {
                            Map<String, Object> output = new LinkedHashMap<>();
                            output.put("uri", o.uri());
                            o.contentType().ifPresent(type -> output.put("contentType", type));
                            return output;
                        })
                        .toList());
        return json;
    }

    private static JobEnd end(JsonFields json) {
        return new JobEnd(
                json.constant("kind", JobEnd.Kind.class),
                json.text("message"),
                json.objects("outputs").stream()
                        .map(o -> Output.of(
                                o.text("uri"), o.optionalText("contentType").orElse(null)))
                        .toList());
    }

    private static Map<String, Object> saving(Saving s) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("folder", s.folder());
        json.put("state", s.state().name());
        json.put("tries", (long) s.tries());
        put(json, "until", s.until());
        return json;
    }

    private static Saving saving(JsonFields json) {
        return new Saving(
                json.text("folder"),
                json.constant("state", Saving.State.class),
                Math.toIntExact(json.integer("tries")),
                json.optionalInstant("until").orElse(null));
    }

    private static Map<String, Object> entry(Explanation.Entry e) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("at", e.at().toString());
        json.put("attempt", (long) e.attempt());
        json.put("kind", e.kind());
        json.put("text", e.text());
        if (!e.data().isEmpty()) {
            json.put("data", e.data());
        }
        return json;
    }

    private static Explanation.Entry entry(JsonFields json) {
        return new Explanation.Entry(
                json.instant("at"),
                Math.toIntExact(json.integer("attempt")),
                json.text("kind"),
                json.text("text"),
                json.textMap("data"));
    }

    static void put(Map<String, @Nullable Object> json, String name, @Nullable Object value) {
        if (value != null) {
            json.put(name, value instanceof String ? value : value.toString());
        }
    }
}
