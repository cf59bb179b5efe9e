package io.videojob.sandbox.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void numbersKeepEveryDigit() {
        String text = "{\"seed\":9007199254740993,\"cost\":0.10,\"large\":123456789012345678901234567890}";
        assertThat(Json.readObject(text))
                .containsEntry("seed", 9007199254740993L)
                .containsEntry("cost", new BigDecimal("0.10"))
                .containsEntry("large", new BigDecimal("123456789012345678901234567890"));
        assertThat(Json.write(Json.readObject(text))).isEqualTo(text);
    }

    @Test
    void nullsAreWritten() {
        assertThat(Json.write(Json.object("output", null, "items", List.of(true, "x"))))
                .isEqualTo("{\"output\":null,\"items\":[true,\"x\"]}");
    }

    @Test
    void whatIsNotOneDocumentIsRefused() {
        for (String text : List.of("", "{", "{} {}", "{'a':1}", "<html>", "{\"a\":}")) {
            assertThatIllegalArgumentException().as(text).isThrownBy(() -> Json.read(text));
        }
    }
}
