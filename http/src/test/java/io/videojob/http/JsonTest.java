package io.videojob.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videojob.ProtocolException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    public record Cost(
            @Nullable BigDecimal amount, @Nullable Long credits) {}

    @Test
    void losesNoDigit() {
        assertThat(Json.read("[9007199254740993, 123456789012345678901234567890, 0.10, 1e3, -0]"))
                .isEqualTo(List.of(
                        9007199254740993L,
                        new BigDecimal("123456789012345678901234567890"),
                        new BigDecimal("0.10"),
                        new BigDecimal("1e3"),
                        0L));
    }

    @Test
    void writesWhatItReads() {
        String text = "{\"a\":[1,\"x\",true,null,1.50],\"b\":{}}";

        assertThat(Json.write(Json.read(text))).isEqualTo(text);
        assertThat(Json.read("null")).isNull();
    }

    @Test
    void amountsAreExactAndMayBeText() {
        assertThat(Json.read("{\"amount\":0.12,\"credits\":240000}", Cost.class))
                .isEqualTo(new Cost(new BigDecimal("0.12"), 240000L));
        assertThat(Json.read("{\"amount\":\"0.12\",\"x\":1}", Cost.class))
                .isEqualTo(new Cost(new BigDecimal("0.12"), null));
        assertThat(Json.read("{\"amount\":null}", Cost.class)).isEqualTo(new Cost(null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1,]", "{\"a\":1e999999999}", "nope", "{} {}", "{\"a\":NaN}"})
    void whatIsNoJsonIsAProtocolException(String text) {
        assertThatThrownBy(() -> Json.read(text)).isInstanceOf(ProtocolException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{\"amount\":{}}", "{\"amount\":\"much\"}", "{\"credits\":1.5}"})
    void whatDoesNotFitIsAProtocolException(String text) {
        assertThatThrownBy(() -> Json.read(text, Cost.class)).isInstanceOf(ProtocolException.class);
    }

    @Test
    void mapsKeepTheirOrder() {
        assertThat(((Map<?, ?>) Json.read("{\"b\":1,\"a\":2}")).keySet().toString())
                .isEqualTo("[b, a]");
    }

    @Test
    void textThatIsAnObjectOrAListIsUnpackedAndNothingElse() {
        assertThat(Json.unpacked(
                        Json.read("{\"a\":\" [\\\"{\\\\\\\"b\\\\\\\":1}\\\"]\",\"c\":\"7\",\"d\":\"{x\",\"e\":null}")))
                .isEqualTo(Json.read("{\"a\":[{\"b\":1}],\"c\":\"7\",\"d\":\"{x\",\"e\":null}"));
    }

    @Test
    void theFirstFieldThatHoldsTextOrANumberIsTaken() {
        Object tree = Json.read("{\"a\":null,\"b\":\" \",\"c\":{},\"d\":7,\"e\":\"x\"}");

        assertThat(Json.firstText(tree, "z", "a", "b", "c", "d", "e")).isEqualTo("7");
        assertThat(Json.firstText(tree, "a", "b", "c")).isNull();
        assertThatThrownBy(() -> Json.required(Json.firstText(tree, "a"), "acme: no id"))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("acme: no id");
    }
}
