package io.videojob.internal.delivery;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * What a part is a part of.
 *
 * @param link the SHA-256 of the link: another link is another file, also where only the query differs
 * @param validator what goes into {@code If-Range}: an ETag or a date; empty if the server gave none to rely on
 * @param length of the whole file, -1 if the server didn't say
 */
record PartInfo(String link, String validator, long length) {

    static PartInfo of(String link, HttpHeaders headers, long length) {
        return new PartInfo(link, validator(headers), length);
    }

    /** RFC 9110, 13.1.5: only what tells apart any two versions may be relied on. */
    private static String validator(HttpHeaders headers) {
        Optional<String> tag = headers.firstValue("ETag");
        if (tag.isPresent()) {
            return tag.get().matches("\"[\\x21-\\x7e]*\"") ? tag.get() : "";
        }
        Optional<Instant> modified = date(headers, "Last-Modified");
        boolean settled = modified.flatMap(then -> date(headers, "Date").map(now -> then.isBefore(now)))
                .orElse(false);
        return settled ? headers.firstValue("Last-Modified").orElseThrow() : "";
    }

    private static Optional<Instant> date(HttpHeaders headers, String name) {
        try {
            return headers.firstValue(name).map(text -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** False if these headers belong to another version of the file. */
    boolean agreesWith(HttpHeaders headers) {
        Optional<String> tag = headers.firstValue("ETag");
        return !validator.startsWith("\"") || tag.isEmpty() || tag.get().equals(validator);
    }

    /** As it stands beside the part. */
    String write() {
        return link + "\n" + length + "\n" + validator + "\n";
    }

    /** What {@link #write()} wrote; empty if it was cut short. */
    static Optional<PartInfo> read(String text) {
        List<String> lines = text.lines().toList();
        boolean whole = lines.size() == 3 && text.endsWith("\n") && lines.get(1).matches("-?\\d{1,18}");
        return whole
                ? Optional.of(new PartInfo(lines.get(0), lines.get(2), Long.parseLong(lines.get(1))))
                : Optional.empty();
    }
}
