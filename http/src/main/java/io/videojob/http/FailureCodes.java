package io.videojob.http;

import io.videojob.FailureReason;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Why a job failed, by a vendor's codes, compared whatever their case. For vendors without codes: {@link FailureWords}. */
public final class FailureCodes {
    private final Map<String, FailureReason> reasons = new HashMap<>();

    /**
     * More codes of a reason.
     *
     * @param codes with spaces between them
     */
    public FailureCodes row(FailureReason reason, String codes) {
        Stream.of(codes.split(" ")).forEach(code -> reasons.put(code.toLowerCase(Locale.ROOT), reason));
        return this;
    }

    /**
     * The codes of a resource beside a class: lines of {@code code = REASON}, as {@link Properties} reads them.
     *
     * @throws IllegalArgumentException if there is none of that name, or a line names no {@link FailureReason}
     */
    public static FailureCodes read(Class<?> beside, String resource) {
        Properties lines = new Properties();
        try (InputStream file = beside.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalArgumentException("no resource " + resource + " beside " + beside.getName());
            }
            lines.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " can't be read", e);
        }
        FailureCodes codes = new FailureCodes();
        lines.forEach((code, reason) -> codes.row(FailureReason.valueOf((String) reason), (String) code));
        return codes;
    }

    /** The reason of the first code that the table knows, the most exact given first; else {@link FailureReason#OTHER}. */
    public FailureReason reason(@Nullable String... codes) {
        return Stream.of(codes)
                .filter(Objects::nonNull)
                .map(code -> reasons.get(code.strip().toLowerCase(Locale.ROOT)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(FailureReason.OTHER);
    }
}
