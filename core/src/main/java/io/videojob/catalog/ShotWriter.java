package io.videojob.catalog;

import io.videojob.Shot;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes shots, and refuses those that the vendor can't be told of. */
final class ShotWriter {
    private final FieldSpec spec;
    private final @Nullable ShotShape shape;
    private final List<String> refusals = new ArrayList<>();

    private ShotWriter(FieldSpec spec) {
        this.spec = spec;
        this.shape = spec.shotShape().orElse(null);
    }

    static Written write(FieldSpec spec, Object value) {
        String shown = Values.show(value);
        if (!(value instanceof List<?> items)) {
            return Written.refused(shown, "is no list");
        }
        ShotWriter writer = new ShotWriter(spec);
        writer.refuse(WireWriter.itemsRefusal(spec, items.size()), "");
        List<Object> all = new ArrayList<>();
        for (Object item : items) {
            String which = items.size() == 1 ? "" : "number " + (all.size() + 1) + " ";
            all.add(item instanceof Shot shot ? writer.one(shot, which) : writer.refuse("is no shot", which));
        }
        return writer.refusals.isEmpty()
                ? Written.as(List.copyOf(all), shown)
                : Written.refused(shown, String.join("; ", writer.refusals));
    }

    private Object one(Shot shot, String which) {
        refuse(shot.prompt().isBlank() ? "is blank" : WireWriter.textRefusal(spec, shot.prompt()), which);
        BigDecimal seconds =
                shot.duration().map(Values::plain).map(Values::number).orElse(null);
        String name = shape == null ? null : shape.duration().orElse(null);
        if (shape == null || name == null) {
            refuse(seconds == null ? null : "has a duration; the length of a shot can't be said here", which);
            return shape == null ? shot.prompt() : Map.of(shape.prompt(), shot.prompt());
        }
        Map<String, Object> written = new LinkedHashMap<>();
        written.put(shape.prompt(), shot.prompt());
        if (seconds != null) {
            refuse(durationRefusal(shape, seconds), which);
            written.put(name, WireWriter.number(shape.durationType(), seconds, shape.suffix()));
        } else if (shape.isDurationRequired()) {
            refuse("has no duration; this model needs it", which);
        }
        return Collections.unmodifiableMap(written);
    }

    private static @Nullable String durationRefusal(ShotShape shape, BigDecimal seconds) {
        String shown = "lasts " + Values.show(seconds) + " s; ";
        if (shape.durationType() != WireType.NUMBER && !WireWriter.isWhole(seconds)) {
            return shown + "whole seconds only";
        }
        if (shape.minSeconds().filter(min -> min.compareTo(seconds) > 0).isPresent()) {
            return shown + "at least " + Values.show(shape.minSeconds().get()) + " s";
        }
        return shape.maxSeconds().filter(max -> max.compareTo(seconds) < 0).isPresent()
                ? shown + "at most " + Values.show(shape.maxSeconds().get()) + " s"
                : null;
    }

    private Object refuse(@Nullable String why, String which) {
        if (why != null) {
            refusals.add(which + why);
        }
        return "";
    }
}
