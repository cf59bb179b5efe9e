package io.videojob.http;

import io.videojob.FailureReason;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
