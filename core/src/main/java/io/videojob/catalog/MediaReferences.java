package io.videojob.catalog;

import io.videojob.Field;
import io.videojob.VideoRequest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites the neutral {@code @Image1}, {@code @Element2}, {@code @Video1} of a prompt in a vendor's words.
 *
 * <p>A reference stands alone: no ASCII letter, digit or underscore touches it, so {@code me@Image1}, {@code @Imagery} and
 * {@code @Image1st} are text; another reference may touch it.
 */
final class MediaReferences {
    /** What can be called by number. */
    static final Set<String> KINDS = Set.of("Image", "Element", "Video");

    private static final Pattern REFERENCE =
            Pattern.compile("(?:\\G|(?<![A-Za-z0-9_]))@(Image|Element|Video)([0-9]+)(?![A-Za-z0-9_])");
    private static final Pattern ALMOST = Pattern.compile(
            "(?<![A-Za-z0-9_])@(?:images?|elements?|videos?)[ _-]?[0-9]+(?![A-Za-z0-9_])", Pattern.CASE_INSENSITIVE);

    private final VideoRequest request;
    private final ModelProfile profile;
    private final @Nullable Family family;
    private final Set<String> refusals = new LinkedHashSet<>();
    private final Set<String> remarks = new LinkedHashSet<>();

    MediaReferences(VideoRequest request, ModelProfile profile, @Nullable Family family) {
        this.request = request;
        this.profile = profile;
        this.family = family;
    }

    /** The prompt in the vendor's words; see {@link #refusals()}. */
    String rewrite(String prompt) {
        String written = REFERENCE.matcher(prompt).replaceAll(match -> Matcher.quoteReplacement(rewrite(match)));
        ALMOST.matcher(prompt)
                .results()
                .map(MatchResult::group)
                .filter(text -> !REFERENCE.matcher(text).matches())
                .forEach(text -> remarks.add(
                        "\"" + text + "\" calls no medium and is sent as it stands; write it like @Image1"));
        return written;
    }

    /** What is wrong with the prompts so far; none if all references point to something. */
    Set<String> refusals() {
        return refusals;
    }

    /** What to know about the prompts so far. */
    Set<String> remarks() {
        return remarks;
    }

    private record Slot(Field field, int index) {}

    private String rewrite(MatchResult match) {
        String kind = match.group(1);
        MediaNaming naming = profile.mediaNames().get(kind);
        if (naming == null) {
            refusals.add(match.group() + ": prompts of this model can't call " + plural(kind)
                    + " by number; say it in words");
            return match.group();
        }
        List<Slot> there =
                slots(family == null ? naming.counts() : family.mediaOrder().getOrDefault(kind, naming.counts()));
        int number = match.group(2).length() > 4 ? Integer.MAX_VALUE : Integer.parseInt(match.group(2));
        if (number < 1 || number > there.size()) {
            refusals.add(match.group() + (number < 1 ? ", but they count from 1" : ", but the request has ")
                    + (number < 1 ? "" : count(kind, there.size())) + "; add it, or take the reference out");
            return match.group();
        }
        int vendors = slots(naming.counts()).indexOf(there.get(number - 1));
        if (vendors < 0) {
            refusals.add(match.group() + ": prompts of this model can't call the "
                    + there.get(number - 1).field().key() + "; say it in words");
            return match.group();
        }
        naming.note().ifPresent(remarks::add);
        return naming.write(vendors + 1);
    }

    private List<Slot> slots(List<Field> fields) {
        List<Slot> all = new ArrayList<>();
        for (Field field : fields) {
            int items = request.get(field)
                    .map(value -> value instanceof List<?> list ? list.size() : 1)
                    .orElse(0);
            all.addAll(
                    IntStream.range(0, items).mapToObj(i -> new Slot(field, i)).toList());
        }
        return all;
    }

    private static String count(String kind, int number) {
        return number == 1 ? "1 " + kind.toLowerCase(Locale.ROOT) : (number == 0 ? "no" : number) + " " + plural(kind);
    }

    private static String plural(String kind) {
        return kind.toLowerCase(Locale.ROOT) + "s";
    }
}
