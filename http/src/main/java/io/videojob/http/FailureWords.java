package io.videojob.http;

import io.videojob.FailureReason;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Why a job failed, by what a vendor says about it, for vendors without codes. Rows are asked in their order. Let content come
 * first, and let only certain words be the vendor's fault: a job that failed by a fault is tried elsewhere, and what can't be
 * told apart from refused content must not be.
 */
public final class FailureWords {
    private final Map<FailureReason, Pattern> rows = new LinkedHashMap<>();

    /**
     * One more row: the reason if the pattern is found in the code, the message or the details, whatever its case.
     *
     * @param pattern such as {@code "policy|moderation"}
     */
    public FailureWords row(FailureReason reason, String pattern) {
        rows.put(reason, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE));
        return this;
    }

    /** The first row's reason that fits, else {@link FailureReason#OTHER}. */
    public FailureReason reason(ErrorBody error) {
        return rows.entrySet().stream()
                .filter(row -> row.getValue().matcher(error.words()).find())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(FailureReason.OTHER);
    }
}
