package io.videojob.catalog;

import io.videojob.Cost;
import io.videojob.Field;
import io.videojob.FieldReport;
import io.videojob.Shot;
import io.videojob.VideoRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One translation: collects the body and what becomes of each field. */
final class TranslationRun {
    /** Fields whose texts may call media by name. */
    private static final Set<Field> PROMPTS = EnumSet.of(Field.PROMPT, Field.NEGATIVE_PROMPT, Field.SHOTS);

    private final VideoRequest request;
    private final ModelProfile profile;
    private final @Nullable Family family;
    private final Map<Field, Object> moves;
    private final RequestFacts facts;
    private final List<FieldReport> reports = new ArrayList<>();
    private final Map<String, Object> body = new LinkedHashMap<>();

    TranslationRun(VideoRequest request, ModelProfile profile, @Nullable Family family) {
        this.request = request;
        this.profile = profile;
        this.family = family;
        RequestFacts unmoved = new RequestFacts(request, profile, family, Map.of());
        this.moves = request.isAdjusting() ? new Adjuster(request, profile, unmoved).moves() : Map.of();
        this.facts = unmoved.with(moves);
    }

    Translation run() {
        for (FieldSpec spec : profile.fields()) {
            facts.set(spec.name()).ifPresentOrElse(value -> set(spec, value), () -> unset(spec));
        }
        request.fields().forEach(this::refuseUnknownField);
        request.options().forEach(this::refuseUnknownOption);
        tellLostDefaults();
        for (Constraint constraint : profile.constraints()) {
            constraint
                    .check(facts)
                    .ifPresent(
                            broken -> reports.add(FieldReport.refused(broken.fields(), broken.values(), broken.why())));
        }
        return Translation.of(profile.slug(), reports, body, price().orElse(null));
    }

    private void set(FieldSpec spec, Object value) {
        Optional<Object> move = spec.field().map(moves::get);
        Written written = spec.field().filter(PROMPTS::contains).isPresent()
                ? prompt(spec, value)
                : WireWriter.write(spec, move.orElse(value));
        if (written.isRefused()) {
            reports.add(FieldReport.refused(spec.name(), written.shown(), String.valueOf(written.refusal())));
            return;
        }
        String wireName = put(spec, written.value());
        if (move.isPresent()) {
            boolean possible = !WireWriter.write(spec, value).isRefused();
            String why = possible ? "the nearest that goes with the rest" : "the nearest that this model takes";
            reports.add(FieldReport.adjusted(spec.name(), wireName, Values.show(spec, value), written.shown(), why));
        } else if (written.remark() != null) {
            reports.add(FieldReport.applied(spec.name(), wireName, written.shown(), written.remark()));
        } else {
            reports.add(FieldReport.applied(spec.name(), wireName, written.shown()));
        }
    }

    /** Puts the value into the body, and says under which of the vendor's names. */
    private String put(FieldSpec spec, Object value) {
        if (spec.wireNames().size() > 1 && value instanceof List<?> items) {
            List<String> names = spec.wireNames().subList(0, items.size());
            for (int i = 0; i < items.size(); i++) {
                body.put(names.get(i), items.get(i));
            }
            return String.join(", ", names);
        }
        body.put(spec.wireName(), value);
        return spec.wireName();
    }

    private Written prompt(FieldSpec spec, Object value) {
        MediaReferences references = new MediaReferences(request, profile, family);
        Object rewritten = value instanceof List<?> shots
                ? shots.stream().map(shot -> rewrite(references, shot)).toList()
                : rewrite(references, value);
        Written written = WireWriter.write(spec, rewritten);
        if (!references.refusals().isEmpty()) {
            return Written.refused(Values.show(value), String.join("; ", references.refusals()));
        }
        return written.isRefused() || references.remarks().isEmpty()
                ? written
                : Written.as(written.value(), written.shown(), String.join("; ", references.remarks()));
    }

    private static Object rewrite(MediaReferences references, Object value) {
        if (value instanceof Shot shot) {
            String prompt = references.rewrite(shot.prompt());
            return shot.duration().map(length -> Shot.of(prompt, length)).orElseGet(() -> Shot.of(prompt));
        }
        return value instanceof String prompt ? references.rewrite(prompt) : value;
    }

    private void unset(FieldSpec spec) {
        Optional<Object> wish = RequestFacts.wishOf(family, spec.field());
        Optional<Object> sayable = facts.familyDefault(spec);
        if (sayable.isPresent()) {
            send(spec, sayable.get(), "the family's default");
        } else if (spec.defaultValue().isPresent() && spec.isRequired()) {
            send(spec, spec.defaultValue().get(), "the vendor's default, which it wants to be told");
        } else if (spec.isRequired()) {
            reports.add(FieldReport.refused(spec.name(), null, "this model needs it; set it"));
        } else if (spec.defaultValue().isPresent() || wish.isPresent()) {
            String lost = wish.map(value -> "; the family's " + Values.show(spec, value) + " can't be said here")
                    .orElse("");
            String value = spec.defaultValue().map(v -> Values.show(spec, v)).orElse("unknown");
            reports.add(FieldReport.defaulted(spec.name(), null, value, "the vendor's default" + lost));
        }
    }

    private void send(FieldSpec spec, Object value, String whose) {
        Written written = WireWriter.write(spec, value);
        String wireName = put(spec, written.value());
        reports.add(FieldReport.defaulted(spec.name(), wireName, written.shown(), whose));
    }

    private void refuseUnknownField(Field field, Object value) {
        if (profile.field(field.key()).isEmpty()) {
            List<String> taken = profile.fields().stream().map(FieldSpec::name).toList();
            reports.add(FieldReport.refused(
                    field.key(),
                    Values.show(Values.plain(value)),
                    "this model has no such field; leave it out, or take a model that has it (this one takes "
                            + String.join(", ", taken) + ")"));
        }
    }

    private void refuseUnknownOption(String name, Object value) {
        Optional<FieldSpec> known =
                profile.field(name).filter(spec -> spec.field().isEmpty());
        if (known.isPresent()) {
            return;
        }
        Optional<FieldSpec> neutral = profile.fields().stream()
                .filter(spec -> spec.wireNames().contains(name) || spec.name().equals(name))
                .findFirst();
        List<String> options = profile.fields().stream()
                .filter(spec -> spec.field().isEmpty())
                .map(FieldSpec::name)
                .toList();
        String why = neutral.map(spec -> "is a field of its own: set " + spec.name() + " instead of an option")
                .orElseGet(() -> "this model has no such option; "
                        + (options.isEmpty() ? "it has none at all" : Nearest.hint(name, options)));
        reports.add(FieldReport.refused(name, Values.show(value), why));
    }

    /** The plan names the difference where a family's default is no setting here at all. */
    private void tellLostDefaults() {
        if (family != null) {
            family.defaults().forEach((field, value) -> {
                if (profile.field(field.key()).isEmpty() && request.get(field).isEmpty()) {
                    reports.add(FieldReport.defaulted(
                            field.key(),
                            null,
                            "unknown",
                            "no setting of this model; the family's default is " + Values.show(Values.plain(value))));
                }
            });
        }
    }

    private Optional<Cost> price() {
        BigDecimal seconds = facts.value(Field.DURATION.key())
                .filter(Number.class::isInstance)
                .map(Values::number)
                .orElse(null);
        BigDecimal results = facts.value(Field.COUNT.key()).map(Values::number).orElse(BigDecimal.ONE);
        return profile.price().flatMap(price -> price.estimate(seconds, results));
    }
}
