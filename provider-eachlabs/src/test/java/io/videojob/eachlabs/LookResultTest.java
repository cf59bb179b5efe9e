package io.videojob.eachlabs;

import static io.videojob.eachlabs.Bodies.body;
import static io.videojob.eachlabs.Bodies.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.Billing;
import io.videojob.Cost;
import io.videojob.FailureReason;
import io.videojob.Output;
import io.videojob.http.Json;
import io.videojob.spi.VendorState;
import io.videojob.spi.VendorState.Phase;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a look says of a job that has ended well: its files, and what they cost. */
class LookResultTest {
    private static final String A = "https://cdn-us.eachlabs.ai/uploads/a.mp4";
    private static final String B = "https://cdn-us.eachlabs.ai/uploads/b.mp4";

    @AutoClose
    private final ScriptedVendor vendor = new ScriptedVendor();

    @ParameterizedTest
    @CsvSource({
        "answers/success-string, https://storage.example.com/predictions/abc123/image.jpg, 0.05",
        "answers/success-array, https://cdn-us.eachlabs.ai/uploads/9b967c93-6e1d-4a5f-b2c8-40d7e93a51f6.mp4, 0.2865",
    })
    void aSuccessHasItsFileAndItsCharge(String file, String link, BigDecimal cost) {
        VendorState state = vendor.look(body(file));

        assertThat(state.phase()).isEqualTo(Phase.SUCCEEDED);
        assertThat(state.outputs()).containsExactly(Output.of(link));
        assertThat(state.cost()).contains(Cost.usd(cost, Cost.Source.CHARGED));
        assertThat(state.billing()).contains(Billing.BILLED);
    }

    @Test
    void aSuccessInTheModelPagesFormHasNoCost() {
        VendorState state = vendor.look(body("answers/success-model-page"));

        assertThat(state.phase()).isEqualTo(Phase.SUCCEEDED);
        assertThat(state.cost()).isEmpty();
        assertThat(state.billing()).contains(Billing.BILLED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"" + A + "\"",
                "[\"" + A + "\"]",
                "{\"url\":\"" + A + "\"}",
                "{\"video_url\":\"" + A + "\"}",
                "{\"video\":\"" + A + "\"}",
                "{\"video\":{\"url\":\"" + A + "\"}}",
                "{\"videos\":[\"" + A + "\"]}",
                "{\"videos\":[{\"url\":\"" + A + "\"}]}",
                "{\"output\":\"" + A + "\"}",
                "{\"outputs\":[{\"video\":{\"url\":\"" + A + "\"}}]}",
                "{\"image\":\"" + A + "\"}",
                "{\"images\":[\"" + A + "\"]}",
                "{\"audio_url\":\"" + A + "\"}",
                "\"{\\\"video_url\\\":\\\"" + A + "\\\"}\"",
                "\" [\\\"" + A + "\\\"] \"",
                "[\"" + A + "\",\"" + A + "\",null,7]",
            })
    void everyShapeOfOutputGivesItsFile(String output) {
        assertThat(vendor.look(with("answers/success-string", "output", Json.read(output)))
                        .outputs())
                .containsExactly(Output.of(A));
    }

    @Test
    void severalFilesKeepTheirOrderAndTheVideoComesBeforeItsSound() {
        assertThat(vendor.look(with("answers/success-string", "output", List.of(B, A)))
                        .outputs())
                .containsExactly(Output.of(B), Output.of(A));
        assertThat(vendor.look(with(
                                "answers/success-string", "output", Map.of("audio_url", B, "video", Map.of("url", A))))
                        .outputs())
                .containsExactly(Output.of(A), Output.of(B));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"null", "\"\"", "[]", "{}", "\"a fine video\"", "\"{not JSON\"", "{\"thumbnail\":\"" + A + "\"}"
            })
    void aSuccessWithoutAFileIsALostResultThatWasPaidFor(String output) {
        VendorState state = vendor.look(with("answers/success-string", "output", Json.read(output)));

        assertThat(state.phase()).isEqualTo(Phase.FAILED);
        assertThat(state.failure()).contains(FailureReason.RESULT_LOST);
        assertThat(state.word()).isEqualTo("success");
        assertThat(state.billing()).contains(Billing.BILLED);
        assertThat(state.cost()).contains(Cost.usd(new BigDecimal("0.05"), Cost.Source.CHARGED));
    }

    @Test
    void anAnalysisIsNoFile() {
        assertThat(vendor.look(body("answers/success-without-files")).failure()).contains(FailureReason.RESULT_LOST);
    }

    @Test
    void anOddFieldBesideTheResultDoesNotHideIt() {
        assertThat(vendor.look("{\"status\":\"success\",\"output\":\"" + A + "\",\"metrics\":\"none\",\"input\":[],"
                                + "\"logs\":{\"a\":1},\"error\":{\"x\":null},\"urls\":7,\"new\":true}")
                        .outputs())
                .containsExactly(Output.of(A));
    }
}
