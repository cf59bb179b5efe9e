package io.videojob;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Everything that happened to a job, in order: each exchange, decision, wait and cost. As data and as text. */
public final class Explanation {
    private final JobSnapshot job;
    private final List<Entry> entries;

    /** For the engine. */
    public Explanation(JobSnapshot job, List<Entry> entries) {
        this.job = job;
        this.entries = List.copyOf(entries);
    }

    /** The job as it stands. */
    public JobSnapshot job() {
        return job;
    }

    /** What happened, oldest first. */
    public List<Entry> entries() {
        return entries;
    }

    /** For people: the attempts, then what happened, a line each. */
    @Override
    public String toString() {
        return job
                + job.attempts().stream()
                        .map(a -> System.lineSeparator() + "  " + a)
                        .collect(Collectors.joining())
                + entries.stream().map(e -> System.lineSeparator() + "  " + e).collect(Collectors.joining());
    }

    /**
     * One thing that happened.
     *
     * @param at when
     * @param attempt the attempt it concerns, 0 for the job as a whole
     * @param kind a short word: {@code submitted}, {@code admitted}, {@code create}, {@code look}, {@code locate},
     *     {@code cancel}, {@code save}, {@code saved}, {@code webhook}, {@code wish}, {@code decision}, {@code wait}, {@code end},
     *     {@code difference}; the set grows
     * @param text what happened and why, a sentence
     * @param data the same for programs: numbers and words by name; {@code times} and {@code last} when it happened more
     *     than once with nothing new, as most looks do
     */
    public record Entry(Instant at, int attempt, String kind, String text, Map<String, String> data) {
        /** Copies the data. */
        public Entry {
            data = Map.copyOf(data);
        }

        @Override
        public String toString() {
            return at + " " + (attempt == 0 ? "" : "#" + attempt + " ") + kind + ": " + text
                    + (times() == 1 ? "" : ", " + times() + " times");
        }

        /** How often it happened with nothing new, the first time included. */
        public int times() {
            return Integer.parseInt(data.getOrDefault("times", "1"));
        }
    }
}
