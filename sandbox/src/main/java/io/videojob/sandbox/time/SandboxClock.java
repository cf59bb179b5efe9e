package io.videojob.sandbox.time;

import java.time.Instant;

/** Where the sandbox gets its time from; nothing in it asks the system. */
public interface SandboxClock {
    Instant now();

    /**
     * Runs the task once that instant has come, on a thread of the clock's choice; at once if it has come already. A
     * task may take as long as an HTTP exchange.
     */
    Alarm at(Instant when, Runnable task);

    /** A task that waits for its time. */
    interface Alarm {
        /** Takes the task back; does nothing if it has run. */
        void cancel();
    }
}
