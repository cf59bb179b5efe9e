package io.videojob.models.meaning;

import io.videojob.Field;
import io.videojob.models.facts.WireField;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one neutral field is at a model.
 *
 * @param field the neutral field
 * @param wires the vendor's fields for it: one, or those that a list fills one after the other
 * @param frames {@code perSecond} and {@code plus}, where a duration is counted in frames
 * @param words the neutral words for the vendor's values that have one
 */
public record Meaning(
        Field field, List<WireField> wires, Optional<Map<String, Object>> frames, Map<String, Object> words) {

    /** The vendor's field; the first of several. */
    public WireField wire() {
        return wires.get(0);
    }
}
