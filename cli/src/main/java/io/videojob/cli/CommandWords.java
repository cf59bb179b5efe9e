package io.videojob.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The library's messages are for those who call it from Java. Here is what they are called by who types commands. */
final class CommandWords {
    private static final Map<Pattern, String> TABLE = table();

    private CommandWords() {}

    private static Map<Pattern, String> table() {
        Map<Pattern, String> table = new LinkedHashMap<>();
        table.put(Pattern.compile(", or adjust\\(\\)"), ", or --adjust");
        table.put(Pattern.compile("use allowUnknownModel\\(\\)"), "add --unchecked");
        table.put(
                Pattern.compile("use Media\\.bytes\\(contentType, bytes\\)"),
                "give the file an ending that does, such as .png, .jpg, .mp4 or .mp3");
        table.put(
                Pattern.compile("VideoJobs\\.models\\(\\) lists what there is"),
                "\"videojob models\" lists what there is");
        table.put(Pattern.compile(", or apiKey\\(\\.\\.\\.\\) on its builder"), "");
        table.put(
                Pattern.compile("give one to the builder, or use VideoJobs\\.fromConfig\\(\\)"),
                "\"videojob providers\" tells what is missing");
        return table;
    }

    /** The same message in the command's words. */
    static String of(String message) {
        String told = message;
        if (told.indexOf('(') >= 0) {
            for (Map.Entry<Pattern, String> word : TABLE.entrySet()) {
                told = word.getKey().matcher(told).replaceAll(word.getValue());
            }
        }
        return told;
    }
}
