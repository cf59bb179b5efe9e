package io.videojob.catalog;

import io.videojob.VideoRequest;
import java.util.function.UnaryOperator;

/** An invented model that says everything in words of its own. */
final class Wordy {
    static final String JSON = """
            {"_source": "invented", "models": [
              {"slug": "acme/wordy", "produces": "video", "source": "invented",
               "runs": {"usual": "90s", "longest": "1h", "source": "invented"},
               "fields": {
                 "prompt": {"wire": "prompt", "type": "string"},
                 "referenceImages": {"wires": ["image", "image2", "image3"], "type": "urls", "inline": true},
                 "mask": {"wire": "mask_url", "type": "url"},
                 "aspectRatio": {"wire": "size", "type": "string", "values": ["16:9", "9:16", "1:1"], "default": "16:9",
                                 "wireValues": {"16:9": "1280:720", "9:16": "720:1280"}},
                 "resolution": {"wire": "lines", "type": "integer", "values": ["480p", "720p", "4K"],
                                "wireValues": {"480p": 480, "720p": 720, "4K": 2160}},
                 "duration": {"wire": "num_frames", "type": "integer", "frames": {"perSecond": 16, "plus": 1},
                              "min": 2, "max": 7.5, "default": 5},
                 "generateAudio": {"wire": "sound", "type": "string", "default": false,
                                   "wireValues": {"true": "enabled", "false": "disabled"}},
                 "guidance": {"wire": "cfg", "type": "number", "min": 0, "max": 20},
                 "fps": {"wire": "rate", "type": "string", "values": [24, 30],
                         "wireValues": {"24": "cinema", "30": "tv"}},
                 "camera": {"wire": "move", "type": "string", "values": ["left", "right"],
                            "wireValues": {"left": "pan_left"}},
                 "fixedCamera": {"wire": "camera_fixed", "type": "boolean"},
                 "motion": {"wire": "strength", "type": "string"},
                 "style": {"wire": "style", "type": "string", "maxLength": 20, "wireValues": {"none": "auto"}},
                 "multiShot": {"wire": "shot_type", "type": "string",
                               "wireValues": {"true": "multi", "false": "single"}},
                 "shots": {"wire": "multi_prompt", "type": "shots", "minItems": 1, "maxItems": 3, "maxLength": 30,
                           "shape": {"prompt": "text", "duration": "length", "durationType": "string", "suffix": "s",
                                     "minDuration": 1, "maxDuration": 15}}
               },
               "options": {"loudness": {"wire": "audio", "type": "integer", "min": 0, "max": 9}},
               "constraints": [{"rule": "notTogether", "fields": ["prompt"], "with": ["shots"]},
                               {"rule": "only", "field": "aspectRatio", "values": ["16:9"],
                                "where": "resolution", "has": ["4K"]}],
               "mediaNames": {"Image": {"counts": ["referenceImages"], "writes": "[{n}]"}}}
            ]}
            """;

    static final ModelProfile PROFILE = Profiles.parse(JSON, "wordy.json").get(0);

    private Wordy() {}

    static Translation translate(UnaryOperator<VideoRequest.Builder> set) {
        return Translator.translate(
                set.apply(VideoRequest.builder("acme/wordy")).build(), PROFILE);
    }
}
