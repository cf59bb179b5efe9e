package io.videojob.benchmarks.webhooks;

import java.util.List;

/**
 * What is measured.
 *
 * @param jobs that run while they come, each spoken of in turn
 * @param rate of deliveries a second
 * @param seconds that are measured
 * @param warmUp seconds before them, at the same rate, that are not
 * @param journal a JDBC address; empty for SQLite in a file that is deleted afterwards
 */
record Choice(int jobs, int rate, int seconds, int warmUp, String journal) {
    static final Choice USUAL = new Choice(200, 1000, 10, 5, "");

    private static final String USAGE =
            "[--jobs N] [--rate PER_SECOND] [--seconds N] [--warm-up SECONDS] [--journal jdbc:…]";

    static Choice of(List<String> arguments) {
        Choice choice = USUAL;
        if (arguments.size() % 2 != 0) {
            throw new IllegalArgumentException(USAGE);
        }
        for (int i = 0; i < arguments.size(); i += 2) {
            choice = choice.with(arguments.get(i), arguments.get(i + 1));
        }
        return choice;
    }

    private Choice with(String name, String value) {
        return switch (name) {
            case "--jobs" -> new Choice(Integer.parseInt(value), rate, seconds, warmUp, journal);
            case "--rate" -> new Choice(jobs, Integer.parseInt(value), seconds, warmUp, journal);
            case "--seconds" -> new Choice(jobs, rate, Integer.parseInt(value), warmUp, journal);
            case "--warm-up" -> new Choice(jobs, rate, seconds, Integer.parseInt(value), journal);
            case "--journal" -> new Choice(jobs, rate, seconds, warmUp, value);
            default -> throw new IllegalArgumentException(USAGE);
        };
    }
}
