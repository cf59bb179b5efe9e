package io.videojob.cli;

/**
 * Text of others (a prompt, a tag, a vendor's words) as a terminal may have it: what would move its cursor, change its colours
 * or turn its letters round is written as an escape instead.
 */
final class Shown {
    private static final int LONGEST = 200;

    private Shown() {}

    /** Lines of text: line ends and tabs stay. */
    static String lines(String text) {
        return escaped(text, true);
    }

    /** One line: without line ends, which would make two of it. */
    static String line(String text) {
        return escaped(text, false);
    }

    /** One value in a line: as such a line, and cut where it is long. */
    static String value(String text) {
        if (text.length() <= LONGEST) {
            return escaped(text, false);
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return escaped(text.substring(0, end), false) + "… (" + text.length() + " characters)";
    }

    private static String escaped(String text, boolean severalLines) {
        StringBuilder shown = null;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            boolean keeps = severalLines && (letter == '\t' || letter == '\n' || isBeforeLineFeed(text, i));
            if (keeps || !isCommand(letter)) {
                if (shown != null) {
                    shown.append(letter);
                }
                continue;
            }
            if (shown == null) {
                shown = new StringBuilder(text.length() + 16).append(text, 0, i);
            }
            shown.append(letter == '\n' ? "\\n" : String.format("\\u%04x", (int) letter));
        }
        return shown == null ? text : shown.toString();
    }

    /** The end of a line as Windows has it. */
    private static boolean isBeforeLineFeed(String text, int i) {
        return text.charAt(i) == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
    }

    /** True for what a terminal does not show but obey: control characters, line separators, directions of writing. */
    private static boolean isCommand(char letter) {
        return Character.isISOControl(letter)
                || letter == '\u2028'
                || letter == '\u2029'
                || (letter >= '\u202a' && letter <= '\u202e')
                || (letter >= '\u2066' && letter <= '\u2069');
    }
}
