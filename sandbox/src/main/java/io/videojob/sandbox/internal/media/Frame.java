package io.videojob.sandbox.internal.media;

import java.util.Map;

/** The size of a result in pixels. */
public record Frame(int width, int height) {
    private static final Frame WIDE = new Frame(640, 360);
    private static final Map<String, Frame> BY_ASPECT = Map.of(
            "16:9", WIDE,
            "9:16", new Frame(360, 640),
            "1:1", new Frame(480, 480),
            "4:3", new Frame(640, 480),
            "3:4", new Frame(480, 640),
            "3:2", new Frame(624, 416),
            "2:3", new Frame(416, 624),
            "21:9", new Frame(672, 288));

    /** The small frame of that aspect ratio; 640 by 360 for {@code auto} and whatever else. */
    public static Frame ofAspect(String aspectRatio) {
        return BY_ASPECT.getOrDefault(aspectRatio, WIDE);
    }
}
