package io.videojob.sandbox.internal.aimlapi;

import io.videojob.sandbox.internal.http.RequestHead;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The parameters of {@code GET /v2/logs}: a period or a start and an end, models, statuses, and a page. */
record LogQuery(Instant start, Instant end, List<String> models, List<String> statuses, int limit, int offset) {
    private static final Map<String, Duration> PERIODS = Map.of("24h", Duration.ofHours(24), "7d", Duration.ofDays(7));
    private static final Duration LONGEST = Duration.ofDays(92);

    /** Empty if the vendor would refuse it. */
    static Optional<LogQuery> read(RequestHead head, Instant now) {
        Map<String, List<String>> query = head.query();
        boolean period = query.containsKey("period");
        if (period == query.containsKey("start") || query.containsKey("start") != query.containsKey("end")) {
            return Optional.empty();
        }
        try {
            Instant end = period ? now : time(head, "end");
            Instant start = period ? now.minus(period(head)) : time(head, "start");
            LogQuery read = new LogQuery(
                    start,
                    end,
                    query.getOrDefault("model", List.of()),
                    query.getOrDefault("status", List.of()),
                    Integer.parseInt(head.parameter("limit").orElse("50")),
                    Integer.parseInt(head.parameter("offset").orElse("0")));
            return Optional.of(read).filter(LogQuery::isGood);
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Instant time(RequestHead head, String name) {
        return OffsetDateTime.parse(head.parameter(name).orElse("")).toInstant();
    }

    private static Duration period(RequestHead head) {
        Duration period = PERIODS.get(head.parameter("period").orElse(""));
        if (period == null) {
            throw new DateTimeException("not a period");
        }
        return period;
    }

    private boolean isGood() {
        boolean range = !end.isBefore(start) && Duration.between(start, end).compareTo(LONGEST) <= 0;
        boolean page = limit >= 1 && limit <= 100 && offset >= 0;
        return range && page && Set.of("succeeded", "failed").containsAll(statuses);
    }

    boolean wants(Instant created, String model, String status) {
        return !created.isBefore(start)
                && !created.isAfter(end)
                && (models.isEmpty() || models.contains(model))
                && (statuses.isEmpty() || statuses.contains(status));
    }
}
