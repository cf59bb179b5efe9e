package io.videojob.endurance;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The moments at which a process may be killed: before and after each write to the journal, and each exchange. Each is told
 * with its number, and whoever reaches one that is to be stopped at waits there, in the middle of what it does.
 */
final class Points {
    /**
     * A moment.
     *
     * @param number among all
     * @param name such as {@code before submit}
     * @param nth among those of that name
     */
    record Point(int number, String name, int nth) {}

    private final Map<String, Integer> counts = new HashMap<>();
    private Predicate<Point> stop = point -> false;
    private int count;

    /** Tells of the point, and waits there if it is one to wait at. */
    synchronized void reach(String name) {
        count++;
        Point point = new Point(count, name, counts.merge(name, 1, Integer::sum));
        Say.line("point " + point.number() + " " + name);
        if (stop.test(point)) {
            Say.line("at " + name + " #" + point.nth());
        }
        try {
            while (stop.test(point)) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whoever comes to that point or a later one waits. */
    synchronized void stopFrom(int number) {
        stop = point -> point.number() >= number;
    }

    /** Whoever comes to that point waits; it is written like {@code before submit #1}. */
    synchronized void stopAt(String which) {
        stop = point -> which.equals(point.name() + " #" + point.nth());
    }

    /** Nobody waits any more. */
    synchronized void go() {
        stop = point -> false;
        notifyAll();
    }

    /** The next point is the first. */
    synchronized void countAnew() {
        count = 0;
        counts.clear();
    }

    synchronized int count() {
        return count;
    }
}
