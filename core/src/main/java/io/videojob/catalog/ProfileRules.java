package io.videojob.catalog;

import io.videojob.Field;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a {@link ModelProfile} must hold to make sense. */
final class ProfileRules {
    static final Set<String> PRODUCTS = Set.of("video", "image");

    private ProfileRules() {}

    static void check(ModelProfile profile) {
        refuseIf(profile.slug().isBlank(), "the slug is blank");
        refuseIf(profile.aliases().contains(profile.slug()), "the slug is its own alias");
        refuseIf(!PRODUCTS.contains(profile.produces()), "produces " + profile.produces() + "; one of " + PRODUCTS);
        for (String mode : profile.modes()) {
            refuseIf(!Modes.isWellFormed(mode), "has the mode \"" + mode + "\"; a mode is called like lip-sync");
        }
        refuseIf(Set.copyOf(profile.modes()).size() < profile.modes().size(), "has a mode twice");
        checkTimes(profile);
        checkFields(profile);
        for (Constraint constraint : profile.constraints()) {
            for (String name : constraint.fields()) {
                refuseIf(profile.field(name).isEmpty(), "a constraint speaks of " + name + ", which is no field here");
            }
        }
        profile.mediaNames().forEach((kind, naming) -> checkNaming(profile, kind, naming));
        refuseIf(
                profile.price().filter(p -> p.per() == Price.Per.SECOND).isPresent()
                        && profile.field(Field.DURATION.key()).isEmpty(),
                "costs money by the second, but has no duration");
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
            refuseIf(names.put(spec.name(), "") != null, "has " + spec.name() + " twice");
            for (String wire : spec.wireNames()) {
                String other = wires.put(wire, spec.name());
                refuseIf(other != null, other + " and " + spec.name() + " are both written as " + wire);
            }
        }
    }

    private static void checkNaming(ModelProfile profile, String kind, MediaNaming naming) {
        refuseIf(!MediaReferences.KINDS.contains(kind), "names media of the kind " + kind);
        List<Field> missing = naming.counts().stream()
                .filter(field -> profile.field(field.key()).isEmpty())
                .toList();
        refuseIf(!missing.isEmpty(), "@" + kind + " counts " + missing + ", which are no fields here");
        for (Field field : naming.counts()) {
            boolean media = profile.field(field.key())
                    .filter(spec -> spec.type().isMedia())
                    .isPresent();
            refuseIf(!media, "@" + kind + " counts " + field.key() + ", which is no medium");
        }
    }

    private static void refuseIf(boolean wrong, String why) {
        if (wrong) {
            throw new IllegalArgumentException(why);
        }
    }
}
