package io.videojob.internal.delivery;

import io.videojob.Output;
import io.videojob.internal.media.InlineData;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How the names of files end. */
final class Extensions {
    private static final Map<String, String> BY_TYPE = Map.ofEntries(
            Map.entry("video/mp4", "mp4"),
            Map.entry("video/webm", "webm"),
            Map.entry("video/quicktime", "mov"),
            Map.entry("video/x-matroska", "mkv"),
            Map.entry("video/x-msvideo", "avi"),
            Map.entry("image/png", "png"),
            Map.entry("image/jpeg", "jpg"),
            Map.entry("image/webp", "webp"),
            Map.entry("image/gif", "gif"),
            Map.entry("image/avif", "avif"),
            Map.entry("audio/mpeg", "mp3"),
            Map.entry("audio/mp4", "m4a"),
            Map.entry("audio/wav", "wav"),
            Map.entry("audio/x-wav", "wav"));

    /** Others that a link may end in stay out: by a file's name systems decide whether to run it. */
    private static final Set<String> KNOWN =
            Set.of("mp4", "webm", "mov", "mkv", "avi", "m4v", "png", "jpg", "webp", "gif", "avif", "mp3", "m4a", "wav");

    private Extensions() {}

    /** The extension, without a dot: by the content type, else by the end of the link's path. */
    static Optional<String> of(Output output) {
        Optional<String> type = output.contentType()
                .or(() -> output.isInline() ? InlineData.contentType(output.uri()) : Optional.empty());
        return type.map(name -> BY_TYPE.get(name.split(";", 2)[0].strip().toLowerCase(Locale.ROOT)))
                .or(() -> output.isInline() ? Optional.empty() : byPath(output.uri()));
    }

    private static Optional<String> byPath(String link) {
        String path = link.replaceFirst("(?s)[?#].*", "");
        String end = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String usual = end.equals("jpeg") ? "jpg" : end;
        return KNOWN.contains(usual) ? Optional.of(usual) : Optional.empty();
    }
}
