package io.videojob.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videojob.Field;
import io.videojob.Shot;
import io.videojob.VideoRequest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class RequestOptionsTest {
    private static final String LINK = "https://example.com/a";

    private static VideoRequest request(String... args) {
        RequestOptions options = new RequestOptions();
        new CommandLine(options).parseArgs(args);
        return options.toRequest();
    }

    @Test
    void everyNeutralFieldHasAnOption() {
        VideoRequest request = request(
                "m",
                "-p",
                "a fox",
                "--negative-prompt",
                "rain",
                "--first-frame",
                LINK,
                "--last-frame",
                LINK,
                "--image",
                LINK,
                "--element",
                LINK,
                "--video",
                LINK,
                "--reference-video",
                LINK,
                "--audio",
                LINK,
                "--mask",
                LINK,
                "--aspect",
                "16:9",
                "--resolution",
                "720p",
                "--duration",
                "5s",
                "--fps",
                "24",
                "--seed",
                "7",
                "--generate-audio",
                "--keep-audio",
                "--no-enhance-prompt",
                "--watermark",
                "--guidance",
                "7.5",
                "--camera",
                "pan left",
                "--no-fixed-camera",
                "--motion",
                "high",
                "--style",
                "noir",
                "--multi-shot",
                "--shot",
                "a fox wakes up",
                "--count",
                "2");

        assertThat(request.fields()).containsOnlyKeys(Field.values());
        assertThat(request.get(Field.GUIDANCE)).contains(new BigDecimal("7.5"));
        assertThat(request.get(Field.FIXED_CAMERA)).contains(false);
        assertThat(request.get(Field.MULTI_SHOT)).contains(true);
        assertThat(request.get(Field.CAMERA)).contains("pan left");
    }

    @Test
    void aShotMayBeginWithItsLength() {
        assertThat(request("m", "--shot", "3s: A fox: it wakes up", "--shot", "5: it leaves", "--shot", "2.5s:it runs")
                        .get(Field.SHOTS))
                .contains(List.of(
                        Shot.of("A fox: it wakes up", Duration.ofSeconds(3)),
                        Shot.of("5: it leaves"),
                        Shot.of("it runs", Duration.ofMillis(2500))));
        assertThatThrownBy(() -> request("m", "--shot", "0s:nothing"))
                .isInstanceOf(UsageException.class)
                .hasMessage("a shot's duration is PT0S; it must be positive");
    }
}
