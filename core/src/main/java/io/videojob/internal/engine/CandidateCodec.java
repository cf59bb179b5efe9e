package io.videojob.internal.engine;

import io.videojob.FieldReport;
import io.videojob.internal.json.JsonException;
import io.videojob.internal.json.JsonFields;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Candidates as JSON: the body as it goes over the wire, whatever becomes of the profiles. */
final class CandidateCodec {
    private CandidateCodec() {}

    static Map<String, @Nullable Object> write(Candidate c) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("provider", c.provider());
        RecordCodec.put(json, "model", c.model());
        json.put("body", c.body());
        json.put("fields", c.fields().stream().map(CandidateCodec::report).toList());
        RecordCodec.put(json, "price", c.price() == null ? null : c.price().toPlainString());
        RecordCodec.put(json, "usualRun", c.times().usualRun());
        RecordCodec.put(json, "longestRun", c.times().longestRun());
        RecordCodec.put(json, "createTimeout", c.times().createTimeout());
        return json;
    }

    static Candidate read(JsonFields json) {
        Map<String, Object> body = new LinkedHashMap<>();
        json.map("body").forEach((name, value) -> body.put(name, Objects.requireNonNull(value, name)));
        return new Candidate(
                json.text("provider"),
                json.optionalText("model").orElse(null),
                Collections.unmodifiableMap(body),
                json.objects("fields").stream().map(CandidateCodec::report).toList(),
                RequestCodec.amount(json, "price"),
                new Candidate.Times(
                        json.duration("usualRun"), json.duration("longestRun"), json.duration("createTimeout")));
    }

    private static Map<String, @Nullable Object> report(FieldReport r) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("field", r.field());
        json.put("fate", r.fate().name());
        RecordCodec.put(json, "wire", r.wireName().orElse(null));
        RecordCodec.put(json, "from", r.from().orElse(null));
        RecordCodec.put(json, "value", r.value().orElse(null));
        RecordCodec.put(json, "why", r.why().orElse(null));
        return json;
    }

    private static FieldReport report(JsonFields json) {
        String field = json.text("field");
        String wire = json.optionalText("wire").orElse(null);
        String value = json.optionalText("value").orElse("");
        String why = json.optionalText("why").orElse("");
        FieldReport.Fate fate = json.constant("fate", FieldReport.Fate.class);
        return switch (fate) {
            case APPLIED ->
                why.isEmpty()
                        ? FieldReport.applied(field, name(wire, json), value)
                        : FieldReport.applied(field, name(wire, json), value, why);
            case ADJUSTED -> FieldReport.adjusted(field, name(wire, json), json.text("from"), value, why);
            case DEFAULTED -> FieldReport.defaulted(field, wire, value, why);
            case REFUSED -> FieldReport.refused(field, value.isEmpty() ? null : value, why);
        };
    }

    private static String name(@Nullable String wire, JsonFields json) {
        if (wire == null) {
            throw new JsonException(json.where() + " is sent and has no wire name");
        }
        return wire;
    }
}
