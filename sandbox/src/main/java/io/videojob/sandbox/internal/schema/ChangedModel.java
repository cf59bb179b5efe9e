package io.videojob.sandbox.internal.schema;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A model of the sandbox's own rules after its vendor has published another schema: only what it takes is new. */
record ChangedModel(Model before, Model now) implements Model {
    @Override
    public String slug() {
        return before.slug();
    }

    @Override
    public boolean makesImages() {
        return before.makesImages();
    }

    @Override
    public List<Problem> check(Map<String, @Nullable Object> input) {
        return now.check(input);
    }

    @Override
    public int seconds(Map<String, @Nullable Object> input) {
        return before.seconds(input);
    }

    @Override
    public int count(Map<String, @Nullable Object> input) {
        return before.count(input);
    }

    @Override
    public BigDecimal price(Map<String, @Nullable Object> input) {
        return before.price(input);
    }
}
