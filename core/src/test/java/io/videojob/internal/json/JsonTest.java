package io.videojob.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @Test
    void everyDigitOfANumberIsKept() {
        assertThat(Json.read("[1, -0, 9007199254740993, 9223372036854775807, 9223372036854775808, 0.10, 1e5]"))
                .isEqualTo(List.of(
                        1L,
                        0L,
                        9007199254740993L,
                        Long.MAX_VALUE,
                        new BigDecimal("9223372036854775808"),
                        new BigDecimal("0.10"),
                        new BigDecimal("1e5")));
        assertThat(Json.write(List.of(9007199254740993L, new BigDecimal("0.10"), 7)))
                .isEqualTo("[9007199254740993,0.10,7]");
    }

    @Test
    void orderAndNullsAreKept() {
        String text = "{\"z\":null,\"a\":[true,null,{\"b\":\"ä\\n\\\"\"}],\"m\":{}}";
        assertThat(Json.write(Json.read(text))).isEqualTo(text);
    }

    @Test
    void pretty_isTheSameValue() {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("a", List.of(1L, "two"));
        assertThat(Json.writePretty(value)).contains("\n  \"a\"");
        assertThat(Json.read(Json.writePretty(value))).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[1,]",
                "{\"a\":1,}",
                "{a:1}",
                "{'a':1}",
                "nul",
                "NaN",
                "01",
                "1 2",
                "{\"a\":1} x",
                "{\"a\":1,\"a\":2}",
                "\"open",
                "\"\\u12\"",
                "\"\\u12zz\"",
                "// c\n1",
                "[1;2]",
                "1e99999999999",
                "<html>"
            })
    void whatIsNotJsonIsRefused(String text) {
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> Json.read(text))
                .withMessageContaining("not JSON at $");
    }

    @Test
    void theMessageSaysWhere() {
        assertThatThrownBy(() -> Json.read("{\n \"ä\": [1,\n  x]}")).hasMessageContaining("$.ä[1] (line 3");
    }

    @Test
    void depthIsBoundedBothWays() {
        String deepest = "[".repeat(Json.MAX_DEPTH) + "]".repeat(Json.MAX_DEPTH);
        assertThat(Json.write(Json.read(deepest))).isEqualTo(deepest);
        assertThatExceptionOfType(JsonException.class).isThrownBy(() -> Json.read("[" + deepest + "]"));
        assertThatExceptionOfType(JsonException.class).isThrownBy(() -> Json.read("[".repeat(100_000)));
        Object deep = List.of();
        for (int i = 0; i < Json.MAX_DEPTH + 1; i++) {
            deep = List.of(deep);
        }
        Object tooDeep = deep;
        assertThatExceptionOfType(JsonException.class).isThrownBy(() -> Json.write(tooDeep));
    }

    @Test
    void aMillionDigitsAreRefusedAtOnce() {
        assertThatThrownBy(() -> Json.read("1".repeat(1_000_000))).isInstanceOf(JsonException.class);
    }

    @Test
    void whatIsNotExactIsNotWritten() {
        assertThatThrownBy(() -> Json.write(Map.of("a", List.of(0.1))))
                .isInstanceOf(JsonException.class)
                .hasMessage("JSON can't say a java.lang.Double at $.a[0]");
        assertThat(Json.write(Arrays.asList(null, "x"))).isEqualTo("[null,\"x\"]");
    }
}
