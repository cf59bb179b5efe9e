package io.videojob.internal.engine;

import io.videojob.Billing;
import io.videojob.Cost;
import io.videojob.FailureReason;
import io.videojob.RefusalReason;
import io.videojob.VendorAnswer;
import io.videojob.internal.json.JsonFields;
import io.videojob.spi.VendorState;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Attempts as JSON. */
final class AttemptCodec {
    private AttemptCodec() {}

    static Map<String, @Nullable Object> write(Attempt a) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("number", (long) a.number);
        json.put("candidate", (long) a.candidate);
        json.put("state", a.state.word());
        json.put("sends", (long) a.sends);
        json.put("tries", (long) a.tries);
        RecordCodec.put(json, "sentAt", a.sentAt);
        RecordCodec.put(json, "vendorJobId", a.vendorJobId);
        RecordCodec.put(json, "suspectedId", a.suspectedId);
        RecordCodec.put(json, "word", a.word);
        RecordCodec.put(json, "phase", a.phase == null ? null : a.phase.name());
        json.put("looks", (long) a.looks);
        json.put("failedLooks", (long) a.failedLooks);
        RecordCodec.put(json, "failingSince", a.failingSince);
        json.put("lookups", (long) a.lookups);
        json.put("cancelTries", (long) a.cancelTries);
        json.put("lookalikes", a.lookalikes.isEmpty() ? null : a.lookalikes);
        json.put("billing", a.billing.name());
        json.put("cost", a.cost == null ? null : cost(a.cost));
        json.put("answer", answer(a.answer));
        RecordCodec.put(json, "refusal", a.refusal == null ? null : a.refusal.name());
        RecordCodec.put(json, "failure", a.failure == null ? null : a.failure.name());
        json.values().removeIf(value -> value == null);
        return json;
    }

    static Attempt read(JsonFields json) {
        return Attempt.of(number(json, "number"), number(json, "candidate"), a -> {
            a.state = AttemptState.of(json.text("state"));
            a.sends = number(json, "sends");
            a.tries = number(json, "tries");
            a.sentAt = json.optionalInstant("sentAt").orElse(null);
            a.vendorJobId = json.optionalText("vendorJobId").orElse(null);
            a.suspectedId = json.optionalText("suspectedId").orElse(null);
            a.word = json.optionalText("word").orElse(null);
            a.phase = json.optionalConstant("phase", VendorState.Phase.class).orElse(null);
            a.looks = number(json, "looks");
            a.failedLooks = number(json, "failedLooks");
            a.failingSince = json.optionalInstant("failingSince").orElse(null);
            a.lookups = number(json, "lookups");
            a.cancelTries = number(json, "cancelTries");
            a.lookalikes = json.texts("lookalikes");
            a.billing = json.constant("billing", Billing.class);
            a.cost = json.optionalObject("cost").map(AttemptCodec::cost).orElse(null);
            a.answer = json.optionalObject("answer").map(AttemptCodec::answer).orElse(VendorAnswer.nothing());
            a.refusal = json.optionalConstant("refusal", RefusalReason.class).orElse(null);
            a.failure = json.optionalConstant("failure", FailureReason.class).orElse(null);
        });
    }

    private static int number(JsonFields json, String name) {
        return Math.toIntExact(json.integer(name));
    }

    private static Map<String, Object> cost(Cost c) {
        return Map.of("amount", c.amount().toPlainString(), "source", c.source().name());
    }

    private static Cost cost(JsonFields json) {
        return Cost.usd(new BigDecimal(json.text("amount")), json.constant("source", Cost.Source.class));
    }

    private static @Nullable Map<String, @Nullable Object> answer(VendorAnswer answer) {
        if (answer == VendorAnswer.nothing()) {
            return null;
        }
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("httpStatus", (long) answer.httpStatus());
        RecordCodec.put(json, "code", answer.code().orElse(null));
        RecordCodec.put(json, "message", answer.message().orElse(null));
        RecordCodec.put(json, "details", answer.details().orElse(null));
        RecordCodec.put(json, "requestId", answer.requestId().orElse(null));
        return json;
    }

    private static VendorAnswer answer(JsonFields json) {
        return VendorAnswer.of(
                        number(json, "httpStatus"), json.optionalText("message").orElse(null))
                .withCode(json.optionalText("code").orElse(null))
                .withDetails(json.optionalText("details").orElse(null))
                .withRequestId(json.optionalText("requestId").orElse(null));
    }
}
