package io.videojob.catalog;

import io.videojob.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a model can be used for, as its fields tell. */
final class Modes {
    private static final Pattern FORM = Pattern.compile("[a-z]+(-[a-z]+)*");

    private Modes() {}

    static boolean isWellFormed(String mode) {
        return FORM.matcher(mode).matches();
    }

    static List<String> derived(ModelProfile profile) {
        List<String> modes = new ArrayList<>();
        if (isEnough(profile, Field.PROMPT) || isEnough(profile, Field.SHOTS)) {
            modes.add("text");
        }
        if (has(profile, Field.FIRST_FRAME)) {
            modes.add("image");
        }
        if (has(profile, Field.LAST_FRAME)) {
            modes.add("frames");
        }
        if (Stream.of(Field.REFERENCE_IMAGES, Field.ELEMENTS, Field.REFERENCE_VIDEOS)
                .anyMatch(field -> has(profile, field))) {
            modes.add("reference");
        }
        if (has(profile, Field.SOURCE_VIDEO) && has(profile, Field.PROMPT)) {
            modes.add("edit");
        }
        return List.copyOf(modes);
    }

    private static boolean has(ModelProfile profile, Field field) {
        return profile.field(field.key()).isPresent();
    }

    /** True if that field and what is required make a request, and none of it is a medium. */
    private static boolean isEnough(ModelProfile profile, Field field) {
        if (!has(profile, field)) {
            return false;
        }
        List<FieldSpec> required =
                profile.fields().stream().filter(FieldSpec::isRequired).toList();
        Constraint.Facts only = new Constraint.Facts() {
            @Override
            public int count(String name) {
                boolean set = name.equals(field.key())
                        || required.stream().anyMatch(spec -> spec.name().equals(name));
                return set ? 1 : 0;
            }

            @Override
            public Optional<Object> value(String name) {
                return Optional.empty();
            }
        };
        return required.stream().noneMatch(spec -> spec.type().isMedia())
                && profile.constraints().stream()
                        .allMatch(constraint -> constraint.check(only).isEmpty());
    }
}
