package io.videojob.catalog;

import io.videojob.Field;
import io.videojob.Price;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a {@link ModelProfile} must hold to make sense. */
final class ProfileRules {
    static final Set<String> PRODUCTS = Set.of("video", "image");

    private ProfileRules() {}

    static void check(ModelProfile profile) {
        refuseIf(profile.slug().isBlank(), "the slug is blank");
        refuseIf(profile.aliases().contains(profile.slug()), "the slug is its own alias");
        if (!PRODUCTS.contains(profile.produces())) {
            throw refusal("produces " + profile.produces() + "; one of " + PRODUCTS);
        }
        for (String mode : profile.modes()) {
            if (!Modes.isWellFormed(mode)) {
                throw refusal("has the mode \"" + mode + "\"; a mode is called like lip-sync");
            }
        }
        refuseIf(Set.copyOf(profile.modes()).size() < profile.modes().size(), "has a mode twice");
        checkTimes(profile);
        checkFields(profile);
        for (Constraint constraint : profile.constraints()) {
            for (String name : constraint.fields()) {
                if (profile.field(name).isEmpty()) {
                    throw refusal("a constraint speaks of " + name + ", which is no field here");
                }
            }
        }
        profile.mediaNames().forEach((kind, naming) -> checkNaming(profile, kind, naming));
        refuseIf(
                profile.price().map(Price::per).orElse(null) == Price.Per.SECOND
                        && profile.field(Field.DURATION.key()).isEmpty(),
                "costs money by the second, but has no duration");
    }

    /** The constraints, and one more where frames are counted at one rate and made at a rate that may be set. */
    static List<Constraint> withFrameRate(List<FieldSpec> fields, List<Constraint> constraints) {
        FieldSpec fps = find(fields, Field.FPS);
        FieldSpec duration = find(fields, Field.DURATION);
        Frames frames = duration == null ? null : duration.frames().orElse(null);
        if (fps == null || frames == null) {
            return List.copyOf(constraints);
        }
        Object made = fps.defaultValue().orElse(frames.perSecond());
        if (!Values.same(made, frames.perSecond())) {
            throw refusal("counts " + frames.perSecond() + " frames a second, but makes " + Values.show(made)
                    + " by default");
        }
        List<Constraint> all = new ArrayList<>(constraints);
        all.add(Constraint.countedAt(frames.perSecond()));
        return List.copyOf(all);
    }

    private static @Nullable FieldSpec find(List<FieldSpec> fields, Field field) {
        for (FieldSpec spec : fields) {
            if (spec.field().orElse(null) == field) {
                return spec;
            }
        }
        return null;
    }

    private static void checkTimes(ModelProfile profile) {
        refuseIf(
                !isPositive(profile.usualRun()) || !isPositive(profile.createTimeout()),
                "a usual run and a create take some time");
        refuseIf(
                profile.longestRun().compareTo(profile.usualRun()) < 0,
                "the longest run is shorter than the usual one");
    }

    private static boolean isPositive(Duration time) {
        return !time.isNegative() && !time.isZero();
    }

    private static void checkFields(ModelProfile profile) {
        Map<String, String> wires = new HashMap<>();
        Map<String, String> names = new HashMap<>();
        for (FieldSpec spec : profile.fields()) {
            if (names.put(spec.name(), "") != null) {
                throw refusal("has " + spec.name() + " twice");
            }
            for (String wire : spec.wireNames()) {
                String other = wires.put(wire, spec.name());
                if (other != null) {
                    throw refusal(other + " and " + spec.name() + " are both written as " + wire);
                }
            }
        }
    }

    private static void checkNaming(ModelProfile profile, String kind, MediaNaming naming) {
        if (!MediaReferences.KINDS.contains(kind)) {
            throw refusal("names media of the kind " + kind);
        }
        for (Field field : naming.counts()) {
            FieldSpec spec = find(profile.fields(), field);
            if (spec == null || !spec.type().isMedia()) {
                throw refusal("@" + kind + " counts " + field.key()
                        + (spec == null ? ", which is no field here" : ", which is no medium"));
            }
        }
    }

    private static void refuseIf(boolean wrong, String why) {
        if (wrong) {
            throw refusal(why);
        }
    }

    private static IllegalArgumentException refusal(String why) {
        return new IllegalArgumentException(why);
    }
}
