package io.videojob.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.FieldReport;
import io.videojob.VideoRequest;
import java.util.List;
import java.util.function.UnaryOperator;

/** An invented vendor whose models have a bit of everything. */
final class Acme {
    static final String IMAGE = "https://example.com/a.png";
    static final String JSON = """
            {"_source": "invented", "models": [
              {"slug": "acme/loud", "aliases": ["acme/loud-1"], "produces": "video", "source": "invented",
               "runs": {"usual": "90s", "longest": "1h", "source": "invented"},
               "price": {"usd": 0.05, "per": "second", "source": "a leaflet", "date": "2026-01-31"},
               "fields": {
                 "prompt": {"wire": "text", "type": "string", "required": true, "maxLength": 100},
                 "negativePrompt": {"wire": "not", "type": "string"},
                 "firstFrame": {"wire": "start", "type": "url", "inline": true},
                 "lastFrame": {"wire": "end", "type": "url", "schemes": ["https", "http"]},
                 "referenceImages": {"wire": "images", "type": "urls", "minItems": 1, "maxItems": 3, "inline": true},
                 "elements": {"wire": "things", "type": "elements", "maxItems": 2,
                              "shape": {"front": "f", "others": "o", "minOthers": 0, "maxOthers": 2}},
                 "sourceVideo": {"wire": "video", "type": "url", "inline": true},
                 "aspectRatio": {"wire": "ratio", "type": "string", "values": ["16:9", "9:16", "4:3", "auto"],
                                 "default": "auto"},
                 "resolution": {"wire": "size", "type": "string", "values": ["720P", "1080P", "4K"], "default": "720P"},
                 "duration": {"wire": "length", "type": "string", "suffix": "s", "values": [4, 6, 8, 12]},
                 "fps": {"wire": "rate", "type": "number", "min": 12, "max": 60, "default": 24},
                 "seed": {"wire": "seed", "type": "integer"},
                 "generateAudio": {"wire": "sound", "type": "boolean", "default": true}
               },
               "options": {
                 "look": {"type": "string", "values": ["plain", "comic"], "default": "plain"},
                 "strength": {"type": "number", "min": 0, "max": 1},
                 "steps": {"type": "integer", "min": 1},
                 "tiled": {"type": "boolean"},
                 "overlay": {"type": "url"},
                 "rig": {"type": "object"},
                 "scenes": {"type": "list", "maxItems": 2}
               },
               "constraints": [
                 {"rule": "limit", "field": "duration", "max": 8, "where": "resolution", "has": ["1080P", "4K"]},
                 {"rule": "only", "field": "aspectRatio", "values": ["16:9"], "where": "resolution", "has": ["4K"]},
                 {"rule": "notTogether", "fields": ["firstFrame", "lastFrame"], "with": ["referenceImages", "elements"]},
                 {"rule": "needs", "field": "lastFrame", "with": ["firstFrame"]},
                 {"rule": "maxTotal", "fields": ["referenceImages", "elements"], "max": 2, "onlyWith": ["sourceVideo"],
                  "why": "the model looks at four things"}
               ],
               "mediaNames": {
                 "Image": {"counts": ["referenceImages", "firstFrame"], "writes": "<<<image_{n}>>>"},
                 "Element": {"counts": ["elements"], "writes": "${n}", "note": "acme says so"}
               }},
              {"slug": "acme/quick", "produces": "video", "source": "invented",
               "runs": {"usual": "5s", "longest": "2m", "source": "invented"}, "createTimeout": "2m",
               "hints": {"door": "back"},
               "fields": {
                 "prompt": {"wire": "prompt", "type": "string"},
                 "firstFrame": {"wire": "image", "type": "url"},
                 "sourceVideo": {"wire": "video", "type": "url"},
                 "duration": {"wire": "seconds", "type": "integer", "min": 3, "max": 10, "required": true, "default": 5},
                 "count": {"wire": "n", "type": "integer", "min": 1, "max": 4}
               },
               "constraints": [{"rule": "atLeastOne", "fields": ["prompt", "firstFrame"]}]}
            ]}
            """;

    static final List<ModelProfile> PROFILES = Profiles.parse(JSON, "acme.json");
    static final ModelProfile LOUD = PROFILES.get(0);
    static final ModelProfile QUICK = PROFILES.get(1);

    private Acme() {}

    static FieldReport report(Translation translation, String field) {
        return translation.reports().stream()
                .filter(report -> report.field().equals(field))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no report of " + field + " in " + translation));
    }

    static VideoRequest.Builder request() {
        return VideoRequest.builder("acme/loud").prompt("a fox");
    }

    static Translation loud(UnaryOperator<VideoRequest.Builder> set) {
        return Translator.translate(set.apply(request()).build(), LOUD);
    }

    /** Nothing is sent because of that field: what its report says. */
    static String refusal(UnaryOperator<VideoRequest.Builder> set, String field) {
        Translation translation = loud(set);
        assertThat(translation.isAccepted()).isFalse();
        assertThat(translation.body()).isEmpty();
        assertThat(translation.price()).isEmpty();
        FieldReport report = report(translation, field);
        assertThat(report.fate()).isEqualTo(FieldReport.Fate.REFUSED);
        return report.toString();
    }
}
