package io.videojob.internal.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Set;

/** The names of all settings. */
final class Keys {
    static final String ROUTE = "videojob.route";
    static final String PROVIDER = "videojob.provider.";
    static final String RETRY_MAX_ATTEMPTS = "videojob.retry.max-attempts";
    static final String RETRY_BASE_DELAY = "videojob.retry.base-delay";
    static final String RETRY_MAX_DELAY = "videojob.retry.max-delay";
    static final String UNCERTAIN = "videojob.uncertain";
    static final String FAILOVER = "videojob.failover";
    static final String POLL_INTERVAL = "videojob.poll.interval";
    static final String POLL_MIN_INTERVAL = "videojob.poll.min-interval";
    static final String POLL_MAX_INTERVAL = "videojob.poll.max-interval";
    static final String TIMEOUT_CONNECT = "videojob.timeout.connect";
    static final String TIMEOUT_CALL = "videojob.timeout.call";
    static final String UNREACHABLE_AFTER = "videojob.unreachable-after";
    static final String DRIVER = "videojob.driver";
    static final String JOURNAL_KEY = "videojob.journal.key";
    static final String JOURNAL_RETENTION = "videojob.journal.retention";
    static final String JOURNAL_URL = "videojob.journal.url";
    static final String BUDGET_PER_JOB = "videojob.budget.per-job";
    static final String BUDGET_PER_DAY = "videojob.budget.per-day";
    static final String BUDGET_UNPRICED = "videojob.budget.unpriced";
    static final String WEBHOOK_PUBLIC_URL = "videojob.webhook.public-url";
    static final String WEBHOOK_SECRET = "videojob.webhook.secret";
    static final String SAVE_TO = "videojob.save-to";
    static final String DELIVERY_ALLOW_PRIVATE = "videojob.delivery.allow-private";

    static final Set<String> ALL = Set.of(
            ROUTE,
            RETRY_MAX_ATTEMPTS,
            RETRY_BASE_DELAY,
            RETRY_MAX_DELAY,
            UNCERTAIN,
            FAILOVER,
            POLL_INTERVAL,
            POLL_MIN_INTERVAL,
            POLL_MAX_INTERVAL,
            TIMEOUT_CONNECT,
            TIMEOUT_CALL,
            UNREACHABLE_AFTER,
            DRIVER,
            JOURNAL_KEY,
            JOURNAL_RETENTION,
            JOURNAL_URL,
            BUDGET_PER_JOB,
            BUDGET_PER_DAY,
            BUDGET_UNPRICED,
            WEBHOOK_PUBLIC_URL,
            WEBHOOK_SECRET,
            SAVE_TO,
            DELIVERY_ALLOW_PRIVATE);

    private Keys() {}

    /** The candidate with the fewest letters to change; of several the first by the alphabet. */
    static String nearest(String word, Collection<String> candidates) {
        return candidates.stream()
                .min(Comparator.<String>comparingInt(candidate -> distance(word, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
    }

    /** Letters to insert, drop or replace, after Levenshtein. */
    static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[b.length()];
    }
}
