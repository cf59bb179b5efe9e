package io.videojob.internal.delivery;

import io.videojob.Output;
import java.net.http.HttpHeaders;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether an answer is the file, a piece of it, or something else. */
final class Answer {
    private static final Set<String> PAGES =
            Set.of("text/html", "application/xhtml+xml", "application/json", "application/xml", "text/xml");
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes\\s+(\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)");

    private Answer() {}

    /** Refuses what has the file's status and is an error page, or written in another encoding. */
    static void checkContent(HttpHeaders headers, Output output) throws NotDelivered {
        String type = bare(headers.firstValue("Content-Type").orElse(""));
        boolean page = PAGES.contains(type) || type.endsWith("+json");
        if (page && !type.equals(bare(output.contentType().orElse("")))) {
            throw NotDelivered.stale("it is no media file but a page (" + type
                    + "); the link may have expired: look at the job again for a fresh one");
        }
        String encoding = bare(headers.firstValue("Content-Encoding").orElse("identity"));
        if (!encoding.equals("identity")) {
            throw NotDelivered.because("it was sent as " + encoding + ", which was not asked for");
        }
    }

    /** What to say of a status that is not a file's. */
    static NotDelivered refused(int status) {
        String said = "its server answered HTTP " + status + "; ";
        return status == 408 || status == 429 || status >= 500
                ? NotDelivered.brokeOff(said + "save again later")
                : NotDelivered.stale(
                        said + "the link may have expired: look at the job again for a fresh one, and save soon");
    }

    /** The length that the server announced for this body, -1 if it didn't. */
    static long bodyLength(HttpHeaders headers) {
        String text = headers.firstValue("Content-Length").orElse("");
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
    }

    /** The length of the whole file that a piece is of, -1 if nobody said. */
    static long wholeLength(HttpHeaders headers, PartFile part) {
        Matcher range =
                CONTENT_RANGE.matcher(headers.firstValue("Content-Range").orElse(""));
        PartInfo info = part.info();
        if (range.matches() && !range.group(3).equals("*")) {
            return Long.parseLong(range.group(3));
        }
        return info == null ? -1 : info.length();
    }

    /** True if a piece is the one that follows on {@code part}, of the same file. */
    static boolean continues(PartFile part, HttpHeaders headers) {
        Matcher range =
                CONTENT_RANGE.matcher(headers.firstValue("Content-Range").orElse(""));
        PartInfo info = part.info();
        return info != null
                && range.matches()
                && Long.parseLong(range.group(1)) == part.length()
                && (range.group(3).equals("*") || info.length() < 0 || Long.parseLong(range.group(3)) == info.length())
                && info.agreesWith(headers);
    }

    private static String bare(String value) {
        return value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
