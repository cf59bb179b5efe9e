package io.videojob.catalog;

import io.videojob.Field;
import io.videojob.VideoRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is set in a request, and what counts at a model, defaults included. */
final class RequestFacts implements Constraint.Facts {
    private final VideoRequest request;
    private final ModelProfile profile;
    private final @Nullable Family family;
    private final Map<Field, Object> moves;

    RequestFacts(VideoRequest request, ModelProfile profile, @Nullable Family family, Map<Field, Object> moves) {
        this.request = request;
        this.profile = profile;
        this.family = family;
        this.moves = moves;
    }

    /** The same with other values for some fields. */
    RequestFacts with(Map<Field, Object> otherMoves) {
        return new RequestFacts(request, profile, family, otherMoves);
    }

    @Override
    public int count(String name) {
        return set(name)
                .map(value -> value instanceof List<?> list ? list.size() : 1)
                .orElse(0);
    }

    @Override
    public Optional<Object> value(String name) {
        Optional<FieldSpec> spec = profile.field(name);
        return spec.flatMap(FieldSpec::field)
                .map(moves::get)
                .or(() -> set(name).map(value -> spelled(spec, Values.plain(value))))
                .or(() -> spec.flatMap(this::familyDefault).map(Values::plain))
                .or(() -> spec.flatMap(FieldSpec::defaultValue));
    }

    /** What the request sets. */
    Optional<Object> set(String name) {
        return Field.byKey(name)
                .map(request::get)
                .orElseGet(() -> Optional.ofNullable(request.options().get(name)));
    }

    /** The family's default, where the model can be told. */
    Optional<Object> familyDefault(FieldSpec spec) {
        return wishOf(family, spec.field())
                .filter(value -> !WireWriter.write(spec, value).isRefused());
    }

    static Optional<Object> wishOf(@Nullable Family family, Optional<Field> field) {
        return family == null
                ? Optional.empty()
                : field.map(f -> family.defaults().get(f));
    }

    private static Object spelled(Optional<FieldSpec> spec, Object plain) {
        return spec.flatMap(s -> WireWriter.listed(s, plain)).orElse(plain);
    }
}
