package io.videojob.models.extract;

import io.videojob.models.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What descriptions tell in words, as keywords: limits of a field, and rules over several. */
final class Prose {
    static final String SOURCE = "the field's description";

    private static final Pattern INLINE = Pattern.compile("Base64|data URI", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_UPLOAD = Pattern.compile("Only video URLs are supported");
    private static final Pattern LENGTH = Pattern.compile("max(?:imum)? ([0-9]+) characters");
    private static final Pattern RANGE = Pattern.compile("(?:value between|seed \\()(\\d+)(?: and |–)(\\d+)");
    private static final Pattern ROUTE = Pattern.compile("`auto` \\(default\\)");
    private static final Pattern MULTIPLE = Pattern.compile("Must be a multiple of (\\d+) plus (\\d+)");

    private static final Pattern ONE_OF =
            Pattern.compile("Either (\\w+) or (\\w+) must be provided, but not both");
    private static final Pattern EXCLUSIVE =
            Pattern.compile("(?:Mutually exclusive with|Cannot be combined with) `?(\\w+)");
    private static final Pattern EITHER = Pattern.compile("At least one of (\\w+) or (\\w+) must be provided");
    private static final Pattern SPOKEN =
            Pattern.compile("Use either (\\w+) or \\((\\w+) together with (\\w+)\\), but not both");
    private static final Pattern NO_SUCH_LENGTH =
            Pattern.compile("The (\\w+) quality option does not support (\\d+)-second videos");
    private static final Pattern ONE_LENGTH =
            Pattern.compile("When using this parameter, the duration can only be (\\d+)s");
    private static final Pattern SILENT = Pattern.compile("Not supported when (\\w+) is enabled");
    private static final Pattern HDR = Pattern.compile("Generate HDR output \\((\\d+)s, (\\w+)/(\\w+) only\\)");
    private static final Pattern REQUIRES = Pattern.compile("\\(requires (\\w+)\\)");
    private static final Pattern NOT_ALONE =
            Pattern.compile("at least one reference image (?:\\(image_urls\\) )?or video");
    private static final List<String> REFERENCES =
            List.of("image_urls", "reference_image_urls", "video_urls");
    private static final List<String> SINGLE_REFERENCES = List.of("image_url", "video_url");

    private Prose() {}

    /** What one description says about its own field. */
    static void limits(String description, Map<String, Object> kept) {
        int before = kept.size();
        if (INLINE.matcher(description).find() && !NO_UPLOAD.matcher(description).find()) {
            kept.put("x-inline", true);
        }
        find(LENGTH, description, said -> kept.putIfAbsent("maxLength", number(said, 1)));
        find(ROUTE, description, said -> kept.putIfAbsent("default", "auto"));
        find(RANGE, description, said -> {
            kept.putIfAbsent("minimum", number(said, 1));
            kept.putIfAbsent("maximum", number(said, 2));
        });
        find(MULTIPLE, description, said -> {
            long most = Long.parseLong(String.valueOf(kept.get("maximum")));
            kept.put(
                    "enum",
                    LongStream.iterate(number(said, 1) + number(said, 2), n -> n <= most, n -> n + number(said, 1))
                            .boxed()
                            .toList());
        });
        if (kept.size() > before) {
            kept.put("x-source", SOURCE);
        }
    }

    /** What one description says about its field and others. */
    static void rules(String name, String description, Map<String, Object> schema) {
        Rules rules = new Rules(schema);
        Map<String, Object> fields = Json.object(schema.get("properties"));
        find(ONE_OF, description, said -> rules.exactlyOne(said.group(1), said.group(2)));
        find(EXCLUSIVE, description, said -> {
            List<String> both = Stream.of(name, said.group(1)).sorted().toList();
            rules.notTogether(both.get(0), both.get(1));
        });
        find(EITHER, description, said -> {
            List<String> both = Stream.of(said.group(1), said.group(2)).sorted().toList();
            rules.atLeastOne(both.get(0), both.get(1));
        });
        find(SPOKEN, description, said -> {
            rules.exactlyOne(said.group(1), said.group(3));
            rules.needs(said.group(2), said.group(3));
            rules.needs(said.group(3), said.group(2));
        });
        find(REQUIRES, description, said -> rules.narrowWhere(name, true, said.group(1), "const", true));
        find(SILENT, description, said -> rules.narrowWith(name, said.group(1), "const", false));
        find(ONE_LENGTH, description, said -> rules.narrowWith(name, "duration", "const", number(said, 1)));
        find(NO_SUCH_LENGTH, description, said -> {
            List<Object> others = new ArrayList<>(Json.list(Json.object(fields.get("duration")).get("enum")));
            others.remove(number(said, 2));
            rules.narrowWhere("resolution", said.group(1), "duration", "enum", others);
        });
        find(HDR, description, said -> {
            rules.narrowWhere(name, true, "duration", "const", number(said, 1));
            rules.narrowWhere(name, true, "resolution", "enum", List.of(said.group(2), said.group(3)));
        });
        boolean one = !name.endsWith("s");
        find(NOT_ALONE, description, said -> rules.atLeastOneWith(
                name,
                Stream.concat(REFERENCES.stream(), one ? SINGLE_REFERENCES.stream() : Stream.of())
                        .filter(fields::containsKey)
                        .toList()));
    }

    private static Long number(MatchResult said, int group) {
        return Long.parseLong(said.group(group));
    }

    private static void find(Pattern pattern, String text, Consumer<MatchResult> then) {
        pattern.matcher(text).results().limit(1).forEach(then);
    }
}
