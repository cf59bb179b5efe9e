package io.videojob.sandbox.internal.engine;

import io.videojob.sandbox.internal.media.Clip;
import io.videojob.sandbox.internal.media.Frame;
import io.videojob.sandbox.internal.media.Still;
import io.videojob.sandbox.script.Answer;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The finished files, under {@code /files/}; public to whoever has the link. */
final class FileShelf {
    private record Content(Frame frame, boolean image, int secondsOrNumber, int variant, boolean sound) {
        byte[] make() {
            return image
                    ? Still.png(frame, secondsOrNumber, variant)
                    : Clip.mp4(frame, secondsOrNumber, variant, sound);
        }
    }

    static final String FOLDER = "/files/";

    /** There are few different ones, and each takes a while to make. */
    private static final Map<Content, byte[]> MADE = new ConcurrentHashMap<>();

    private static final int VARIANTS = 6;
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d*)-(\\d*)");

    private final Map<String, Content> files = new ConcurrentHashMap<>();

    /** The path of a new film; those of neighbouring jobs differ. */
    String film(Frame frame, int seconds, int job, boolean sound) {
        return put(new Content(frame, false, seconds, job % VARIANTS, sound), ".mp4");
    }

    /** The path of a new picture; those of one job differ, and those of neighbouring jobs. */
    String picture(Frame frame, int number, int job) {
        return put(new Content(frame, true, number, job % VARIANTS, false), ".png");
    }

    private String put(Content content, String ending) {
        String name = UUID.randomUUID() + "_output" + ending;
        files.put(name, content);
        return FOLDER + name;
    }

    Optional<byte[]> bytes(String path) {
        return Optional.ofNullable(files.get(path.substring(FOLDER.length()))).map(FileShelf::made);
    }

    private static byte[] made(Content content) {
        return MADE.computeIfAbsent(content, Content::make);
    }

    /** The file, a part of it, 304, 404 or 416 (RFC 9110, clauses 13 and 14). */
    Answer answer(String path, @Nullable String range, @Nullable String ifRange, @Nullable String ifNoneMatch) {
        Content content = files.get(path.substring(FOLDER.length()));
        if (content == null) {
            return Answer.text(404, "text/plain", "no such file");
        }
        byte[] file = made(content);
        String tag = '"' + Integer.toHexString(path.hashCode()) + '-' + file.length + '"';
        Answer whole = Answer.bytes(200, content.image() ? "image/png" : "video/mp4", file)
                .header("ETag", tag)
                .header("Accept-Ranges", "bytes");
        if (tag.equals(ifNoneMatch)) {
            return Answer.empty(304).header("ETag", tag);
        }
        Matcher wanted = RANGE.matcher(range == null ? "" : range);
        boolean usable = wanted.matches() && (ifRange == null || ifRange.equals(tag));
        return usable ? part(whole, wanted.group(1), wanted.group(2)) : whole;
    }

    private static Answer part(Answer whole, String first, String last) {
        byte[] file = whole.body();
        long from = first.isEmpty() ? file.length - Math.min(file.length, number(last)) : number(first);
        long to = first.isEmpty() || last.isEmpty() ? file.length - 1L : Math.min(number(last), file.length - 1L);
        if (from > to) {
            return Answer.empty(416).header("Content-Range", "bytes */" + file.length);
        }
        return whole.status(206)
                .body(Arrays.copyOfRange(file, (int) from, (int) to + 1))
                .header("Content-Range", "bytes " + from + "-" + to + "/" + file.length);
    }

    private static long number(String digits) {
        return digits.isEmpty() || digits.length() > 15 ? Integer.MAX_VALUE : Long.parseLong(digits);
    }
}
