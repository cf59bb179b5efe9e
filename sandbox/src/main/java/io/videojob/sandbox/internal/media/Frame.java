package io.videojob.sandbox.internal.media;

import java.util.Comparator;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    private static final Pattern SIDES = Pattern.compile("([1-9]\\d{0,4})[:x*]([1-9]\\d{0,4})");

    /** The small frame nearest to that aspect ratio, or to those pixels; 640 by 360 for {@code auto} and whatever else. */
    public static Frame ofAspect(String aspectRatio) {
        Matcher sides = SIDES.matcher(aspectRatio);
        if (!sides.matches()) {
            return WIDE;
        }
        double width = Integer.parseInt(sides.group(1));
        double height = Integer.parseInt(sides.group(2));
        Comparator<Frame> nearest = Comparator.comparingDouble(
                frame -> Math.abs(Math.log(width / height) - Math.log((double) frame.width / frame.height)));
        return BY_ASPECT.getOrDefault(
                aspectRatio, BY_ASPECT.values().stream().min(nearest).orElse(WIDE));
    }
}
