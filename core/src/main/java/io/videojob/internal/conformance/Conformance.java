package io.videojob.internal.conformance;

import io.videojob.Difference;
import io.videojob.Field;
import io.videojob.FieldReport;
import io.videojob.VideoFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Holds what was delivered against what was asked for: what was sent to the vendor, whether the request set it or a default that
 * is sent. What was not sent is never a difference, nor is what the file doesn't tell, nor a value that is no measure, such as
 * {@code auto}. Each tolerance is as wide as what the models round by themselves, and narrower than the step between two values
 * that can be asked for.
 */
public final class Conformance {
    /** Models make frames in groups, and a sound track outlasts the pictures a bit; lengths are asked for in whole seconds. */
    private static final double SECONDS = 0.5;

    /** The same for long videos. */
    private static final double SHARE_OF_DURATION = 0.05;

    /** Sizes are rounded to 16 or 32 pixels (832x480 is 2.5 % off 16:9); the ratios in use are 6 % and more apart. */
    private static final double SHARE_OF_RATIO = 0.03;

    /** The same rounding (1088 for 1080, 704 for 720); the names in use are 7 % and more apart. */
    private static final double SHARE_OF_SIDE = 0.05;

    /** 23.976 is called 24, and a frame more at the end counts; 24 and 25 are 4 % apart. */
    private static final double SHARE_OF_FRAME_RATE = 0.02;

    private static final Pattern SECONDS_ASKED = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,9})?) s");
    private static final Pattern RATIO_ASKED = Pattern.compile("(\\d{1,5}(?:\\.\\d{1,5})?):(\\d{1,5}(?:\\.\\d{1,5})?)");
    private static final Pattern SIZE_ASKED = Pattern.compile("(\\d{1,5})[x*×](\\d{1,5})");
    private static final Pattern SIDE_ASKED = Pattern.compile("(\\d{3,5})p");
    private static final Pattern NUMBER_ASKED = Pattern.compile("\\d{1,4}(?:\\.\\d{1,5})?");

    private final List<FieldReport> sent;
    private final VideoFacts facts;
    private final List<Difference> found = new ArrayList<>();

    private Conformance(List<FieldReport> sent, VideoFacts facts) {
        this.sent = sent;
        this.facts = facts;
    }

    /**
     * In what a video is not what was asked for.
     *
     * @param reports what became of the request's fields at the candidate that delivered
     */
    public static List<Difference> differences(List<FieldReport> reports, VideoFacts facts) {
        Conformance run = new Conformance(reports, facts);
        run.duration();
        run.aspectRatio();
        run.resolution();
        run.frameRate();
        run.audio();
        return List.copyOf(run.found);
    }

    private void duration() {
        facts.duration()
                .ifPresent(duration -> asked(Field.DURATION, SECONDS_ASKED).ifPresent(asked -> {
                    double wanted = Double.parseDouble(asked.group(1));
                    double seconds = duration.toMillis() / 1000.0;
                    if (Math.abs(seconds - wanted) > Math.max(SECONDS, wanted * SHARE_OF_DURATION)) {
                        differs(Field.DURATION, asked.group(), String.format(Locale.ROOT, "%.1f s", seconds));
                    }
                }));
    }

    private void aspectRatio() {
        asked(Field.ASPECT_RATIO, RATIO_ASKED).filter(asked -> knowsSize()).ifPresent(asked -> {
            double wanted = Double.parseDouble(asked.group(1)) / Double.parseDouble(asked.group(2));
            double ratio = (double) width() / height();
            if (wanted > 0 && Double.isFinite(wanted) && !isNear(ratio, wanted, SHARE_OF_RATIO)) {
                differs(Field.ASPECT_RATIO, asked.group(), size());
            }
        });
    }

    private void resolution() {
        if (!knowsSize()) {
            return;
        }
        asked(Field.RESOLUTION, SIZE_ASKED).ifPresent(asked -> {
            if (!isNear(width(), Double.parseDouble(asked.group(1)), SHARE_OF_SIDE)
                    || !isNear(height(), Double.parseDouble(asked.group(2)), SHARE_OF_SIDE)) {
                differs(Field.RESOLUTION, asked.group(), size());
            }
        });
        asked(Field.RESOLUTION, SIDE_ASKED).ifPresent(asked -> side(Double.parseDouble(asked.group(1)), asked.group()));
        // Not 2k: it is 1080 lines in a cinema and 1440 on a screen.
        value(Field.RESOLUTION).filter("4k"::equalsIgnoreCase).ifPresent(asked -> side(2160, asked));
    }

    /** A name means the shorter side; or, as models with many aspect ratios have it, the pixels that 16:9 has of that height. */
    private void side(double wanted, String asked) {
        double pixels = (double) width() * height();
        if (!isNear(Math.min(width(), height()), wanted, SHARE_OF_SIDE)
                && !isNear(Math.sqrt(pixels * 9 / 16), wanted, SHARE_OF_SIDE)) {
            differs(Field.RESOLUTION, asked, size());
        }
    }

    private void frameRate() {
        facts.frameRate()
                .ifPresent(rate -> asked(Field.FPS, NUMBER_ASKED).ifPresent(asked -> {
                    if (!isNear(rate, Double.parseDouble(asked.group()), SHARE_OF_FRAME_RATE)) {
                        differs(
                                Field.FPS,
                                asked.group(),
                                String.format(Locale.ROOT, "%.2f", rate).replaceAll("\\.?0+$", ""));
                    }
                }));
    }

    /** Three fields may each bring sound: that one of them brings none is no difference if another one does. */
    private void audio() {
        Optional<Boolean> there = facts.hasAudio();
        if (there.isEmpty()) {
            return;
        }
        List<Field> knobs = List.of(Field.GENERATE_AUDIO, Field.KEEP_AUDIO);
        boolean wanted = value(Field.AUDIO).isPresent()
                || knobs.stream()
                        .anyMatch(knob -> value(knob).filter("true"::equals).isPresent());
        for (Field knob : knobs) {
            value(knob).ifPresent(asked -> {
                if (asked.equals("true") && !there.get()) {
                    differs(knob, asked, "no sound track");
                } else if (asked.equals("false") && there.get() && !wanted) {
                    differs(knob, asked, "a sound track");
                }
            });
        }
    }

    private Optional<Matcher> asked(Field field, Pattern measure) {
        return value(field)
                .map(value -> measure.matcher(field == Field.RESOLUTION ? value.toLowerCase(Locale.ROOT) : value))
                .filter(Matcher::matches);
    }

    /** What was sent for a field, if anything was. */
    private Optional<String> value(Field field) {
        return sent.stream()
                .filter(report -> report.field().equals(field.key())
                        && report.fate() != FieldReport.Fate.REFUSED
                        && report.wireName().isPresent())
                .findFirst()
                .flatMap(FieldReport::value);
    }

    private void differs(Field field, String asked, String delivered) {
        found.add(new Difference(field.key(), value(field).orElse(asked), delivered));
    }

    private static boolean isNear(double value, double wanted, double share) {
        return Math.abs(value - wanted) <= wanted * share;
    }

    private boolean knowsSize() {
        return facts.width().isPresent() && facts.height().isPresent();
    }

    private int width() {
        return facts.width().orElseThrow();
    }

    private int height() {
        return facts.height().orElseThrow();
    }

    private String size() {
        return width() + "x" + height();
    }
}
