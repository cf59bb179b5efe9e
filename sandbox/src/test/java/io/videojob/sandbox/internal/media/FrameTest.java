package io.videojob.sandbox.internal.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FrameTest {
    @Test
    void pixelsAndUnusualRatiosGetTheNearestFrame() {
        assertThat(Frame.ofAspect("1280:720")).isEqualTo(Frame.ofAspect("16:9"));
        assertThat(Frame.ofAspect("1536x1152")).isEqualTo(Frame.ofAspect("4:3"));
        assertThat(Frame.ofAspect("720*1280")).isEqualTo(Frame.ofAspect("9:16"));
        assertThat(Frame.ofAspect("9:21")).isEqualTo(Frame.ofAspect("9:16"));
        assertThat(Frame.ofAspect("1584:672")).isEqualTo(Frame.ofAspect("21:9"));
    }

    @Test
    void anythingElseIsWide() {
        for (String text : new String[] {"auto", "null", "landscape", "0:0", "16:0"}) {
            assertThat(Frame.ofAspect(text)).as(text).isEqualTo(new Frame(640, 360));
        }
    }
}
