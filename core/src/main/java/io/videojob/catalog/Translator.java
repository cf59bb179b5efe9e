package io.videojob.catalog;

import static java.util.Objects.requireNonNull;

import io.videojob.Field;
import io.videojob.FieldReport;
import io.videojob.VideoRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a request in a model's words, and tells of every field what becomes of it. Nothing that is set is dropped: it is
 * in the body, or it is refused.
 */
public final class Translator {
    private static final String PROMPT = "prompt";

    private Translator() {}

    /** Translates for a model; the defaults of its {@link ModelProfile#family()}, if that is known, count. */
    public static Translation translate(VideoRequest request, ModelProfile profile) {
        return translate(
                request, profile, profile.family().flatMap(Families::find).orElse(null));
    }

    /** Translates for a model as a member of a family, or of none. */
    public static Translation translate(VideoRequest request, ModelProfile profile, @Nullable Family family) {
        return new TranslationRun(requireNonNull(request, "request"), requireNonNull(profile, "profile"), family).run();
    }

    /**
     * Translates for a model that no profile describes: the prompt as {@code prompt}, options as they are. Any other
     * neutral field is refused, because nobody here knows the vendor's name for it.
     *
     * @param model the vendor's own name
     */
    public static Translation unchecked(VideoRequest request, String model) {
        List<FieldReport> reports = new ArrayList<>();
        Map<String, Object> body = new LinkedHashMap<>();
        request.fields().forEach((field, value) -> {
            String shown = Values.show(Values.plain(value));
            if (field == Field.PROMPT) {
                body.put(PROMPT, value);
                reports.add(FieldReport.applied(field.key(), PROMPT, shown, "unchecked: no profile of this model"));
            } else {
                reports.add(
                        FieldReport.refused(
                                field.key(),
                                shown,
                                "no profile of this model says how it is written; give it as an option, under the vendor's name"));
            }
        });
        request.options().forEach((name, value) -> {
            String shown = Values.show(value);
            if (body.putIfAbsent(name, value) == null) {
                reports.add(FieldReport.applied(name, name, shown, "unchecked: no profile of this model"));
            } else {
                reports.add(FieldReport.refused(name, shown, "is set as a field, too; leave out the one or the other"));
            }
        });
        return Translation.of(requireNonNull(model, "model"), reports, body, null);
    }
}
