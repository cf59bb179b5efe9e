package io.videojob.models.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import io.videojob.Field;
import io.videojob.catalog.FieldSpec;
import io.videojob.catalog.ModelProfile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Which of the vendor's names a profile's fields stand for, and whether what is written under them means it. */
final class Mapping {
    /** Names that mean a neutral field elsewhere, but not at these models. */
    private static final Map<String, String> OPTIONS = Map.of(
            "blackforestlabs/.*#image_urls", "pictures between the first frame and the last",
            "merge-videos#video_urls", "videos to join",
            "klingai/.*#shot_type", "who divides the shots: the user, or the model",
            "(krea/krea-wan-14b/text-to-video|mochi-1)#num_frames",
                    "at a rate that nobody documents, or no whole seconds",
            "wan-2-1-1-3b#frame_num", "at a rate that nobody documents",
            "ltx-video#length", "at a rate that nobody documents");

    /** Words that no neutral value says: unset comes nearest. */
    private static final Map<String, String> UNSAYABLE = Map.of(
            "pixverse.*#thinking_type#auto", "the model decides whether it rewrites the prompt",
            "alibaba/happyhorse-1-0#audio_setting#auto", "the model decides about the sound");

    private final ModelProfile profile;
    private final Facts facts;
    private final Deviations deviations;
    private final List<String> problems = new ArrayList<>();

    Mapping(ModelProfile profile, Facts facts, Deviations deviations) {
        this.profile = profile;
        this.facts = facts;
        this.deviations = deviations;
    }

    /** Each of the vendor's fields is there once, under a name that means it; required and default are as the facts say. */
    List<String> problems() {
        Set<String> said = new HashSet<>(facts.names());
        for (FieldSpec spec : profile.fields()) {
            for (String wire : spec.wireNames()) {
                boolean inObject = wire.contains(".");
                if (inObject ? facts.property(wire).isMissingNode() : !said.remove(wire)) {
                    problem(spec, "writes " + wire + ", which the facts don't have, or which is written twice");
                }
                spec.field()
                        .filter(field -> !Words.means(field, wire))
                        .ifPresent(field -> problem(spec, "is written as " + wire + ", which doesn't mean it"));
            }
            if (spec.field().isEmpty() && !isListed(OPTIONS, spec.wireName()) && isFree(spec.wireName())) {
                problem(spec, "has a neutral meaning, and is an option all the same");
            }
            boolean required =
                    deviations.required(profile, spec).orElse(facts.required().contains(spec.wireName()));
            if (spec.isRequired() != required) {
                problem(spec, "is required here or there only");
            }
            defaults(spec);
        }
        said.stream()
                .filter(wire -> !deviations.isLeftOut(profile, wire))
                .forEach(wire -> problems.add(profile + ": nothing writes " + wire));
        return problems;
    }

    private boolean isListed(Map<String, String> reasons, String what) {
        return reasons.keySet().stream().anyMatch(pattern -> (profile.slug() + "#" + what).matches(pattern));
    }

    /** True if the name may mean a neutral field that nothing else of the model stands for. */
    private boolean isFree(String name) {
        boolean object = facts.property(name).path("type").asText().equals("object");
        return !object
                && Words.meant(name).stream()
                        .anyMatch(field -> profile.field(field.key()).isEmpty());
    }

    private void defaults(FieldSpec spec) {
        JsonNode said = deviations
                .corrected(profile, spec, facts.property(spec.wireName()))
                .path("default");
        if (isUnsayable(spec, said) && spec.defaultValue().isEmpty()) {
            return;
        }
        boolean same = spec.defaultValue()
                .map(value -> !said.isMissingNode() && same(spec, value, said, Map.of()))
                .orElse(said.isMissingNode());
        if (!same) {
            problem(spec, "defaults to " + spec.defaultValue().orElse("nothing") + ", by the facts to " + said);
        }
    }

    /** True if no neutral value means that word of the vendor's. */
    boolean isUnsayable(FieldSpec spec, JsonNode word) {
        return isListed(UNSAYABLE, spec.wireName() + "#" + word.asText());
    }

    /** True if the value stands in the body, under the field's name, and means what was asked. */
    boolean isWritten(FieldSpec spec, Object value, Map<String, Object> body) {
        List<String> wires = spec.wireNames();
        if (wires.size() > 1 && value instanceof List<?> list) {
            return IntStream.range(0, list.size())
                    .allMatch(i -> same(spec, list.get(i), Facts.at(body, wires.get(i)), body));
        }
        return same(spec, value, Facts.at(body, spec.wireName()), body);
    }

    private boolean same(FieldSpec spec, Object value, JsonNode written, Map<String, Object> body) {
        Optional<Field> field = spec.field();
        return field.isEmpty()
                ? Facts.tree(value).equals(written)
                : Words.same(field.get(), value, written, Facts.countsFrames(spec.wireName()) ? facts.rate(body) : 0);
    }

    private void problem(FieldSpec spec, String what) {
        problems.add(profile + ": " + spec.name() + " " + what);
    }
}
