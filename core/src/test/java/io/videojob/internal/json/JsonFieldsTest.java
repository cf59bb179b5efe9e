package io.videojob.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class JsonFieldsTest {
    private final JsonFields fields = JsonFields.read("""
            {"text": "a", "flag": true, "n": 7, "price": 0.10, "at": "2026-01-31T12:00:00Z", "took": "PT1M30S",
             "unit": "SECONDS", "none": null, "inner": {"x": "y"}, "list": [{"x": "1"}, {"x": "2"}], "texts": ["a", "b"],
             "mixed": ["a", 1]}
            """, "record");

    @Test
    void eachTypeIsRead() {
        assertThat(fields.text("text")).isEqualTo("a");
        assertThat(fields.flag("flag")).isTrue();
        assertThat(fields.integer("n")).isEqualTo(7);
        assertThat(fields.number("n")).isEqualTo("7");
        assertThat(fields.number("price")).isEqualTo(new BigDecimal("0.10"));
        assertThat(fields.instant("at")).isEqualTo(Instant.parse("2026-01-31T12:00:00Z"));
        assertThat(fields.duration("took")).isEqualTo(Duration.ofSeconds(90));
        assertThat(fields.constant("unit", TimeUnit.class)).isEqualTo(TimeUnit.SECONDS);
        assertThat(fields.object("inner").text("x")).isEqualTo("y");
        assertThat(fields.textMap("inner")).isEqualTo(Map.of("x", "y"));
        assertThat(fields.objects("list")).extracting(f -> f.text("x")).containsExactly("1", "2");
        assertThat(fields.texts("texts")).containsExactly("a", "b");
        assertThat(fields.list("mixed")).isEqualTo(List.of("a", 1L));
    }

    @Test
    void whatIsAbsentOrNullIsEmpty() {
        for (String name : List.of("none", "nowhere")) {
            assertThat(fields.has(name)).isFalse();
            assertThat(fields.optionalText(name)).isEmpty();
            assertThat(fields.optionalFlag(name)).isEmpty();
            assertThat(fields.optionalInteger(name)).isEmpty();
            assertThat(fields.optionalNumber(name)).isEmpty();
            assertThat(fields.optionalInstant(name)).isEmpty();
            assertThat(fields.optionalDuration(name)).isEmpty();
            assertThat(fields.optionalObject(name)).isEmpty();
            assertThat(fields.optionalConstant(name, TimeUnit.class)).isEmpty();
            assertThat(fields.objects(name)).isEmpty();
            assertThat(fields.texts(name)).isEmpty();
            assertThat(fields.map(name)).isEmpty();
            assertThatThrownBy(() -> fields.text(name)).hasMessage("record." + name + " is missing");
            assertThatThrownBy(() -> fields.instant(name)).hasMessage("record." + name + " is missing");
        }
    }

    @Test
    void aWrongTypeIsNamedWithItsPlace() {
        assertThatThrownBy(() -> fields.text("n")).hasMessage("record.n is 7, not text");
        assertThatThrownBy(() -> fields.integer("price")).hasMessage("record.price is 0.10, not a whole number");
        assertThatThrownBy(() -> fields.instant("text")).hasMessageStartingWith("record.text is \"a\", not a time");
        assertThatThrownBy(() -> fields.duration("text")).hasMessageStartingWith("record.text is \"a\", not a span");
        assertThatThrownBy(() -> fields.constant("text", TimeUnit.class)).hasMessageContaining("one of [NANOSECONDS");
        assertThatThrownBy(() -> fields.texts("mixed")).hasMessage("record.mixed[1] is 1, not text");
        assertThatThrownBy(() -> fields.objects("texts")).hasMessage("record.texts[0] is a text, not an object");
        assertThatThrownBy(() -> fields.list("inner")).hasMessage("record.inner is an object, not a list");
        assertThatThrownBy(() -> fields.object("inner").flag("x"))
                .hasMessage("record.inner.x is a text, not true or false");
        assertThatThrownBy(() -> JsonFields.read("[]", "record")).hasMessage("record is a list, not an object");
        assertThatThrownBy(() -> JsonFields.read("[", "record")).hasMessageStartingWith("record: not JSON at $[0]");
    }

    @Test
    void unknownKeysAreRefused() {
        assertThatThrownBy(() -> fields.object("inner").only(Set.of("z", "a")))
                .hasMessage("record.inner has an unknown key \"x\"; known are [a, z]");
        assertThat(fields.object("inner").only(Set.of("x")).names()).containsExactly("x");
    }
}
