package io.videojob.sandbox.internal.engine;

import io.videojob.sandbox.script.FaultStep;
import io.videojob.sandbox.time.SandboxClock;
import io.videojob.sandbox.time.SandboxClock.Alarm;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;

/**
 * The clock, and how many times faster than it the vendors live. Instants are the clock's own, also on the wire, so that
 * they mean the same to the client; only how long things take is shortened.
 */
public final class Pace {
    private final SandboxClock clock;
    private final double speed;

    public Pace(SandboxClock clock, double speed) {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("The sandbox's speed must be above 0, not " + speed);
        }
        this.clock = clock;
        this.speed = speed;
    }

    public Instant now() {
        return clock.now();
    }

    /** How long the vendor's time lasts here. */
    public Duration real(Duration vendorTime) {
        return Duration.ofMillis(Math.round(vendorTime.toMillis() / speed));
    }

    /** How long it lasted for the vendor. */
    public Duration vendorTime(Duration real) {
        return Duration.ofMillis(Math.round(real.toMillis() * speed));
    }

    /** The instant that is so much of the vendor's time away. */
    public Instant in(Duration vendorTime) {
        return now().plus(real(vendorTime));
    }

    public Alarm at(Instant when, Runnable task) {
        return clock.at(when, task);
    }

    /** Waits for so much of the vendor's time, or until released. */
    public void pause(Duration vendorTime, CountDownLatch released) throws InterruptedException {
        if (vendorTime.isZero()) {
            return;
        }
        if (vendorTime.compareTo(FaultStep.FOREVER) >= 0) {
            released.await();
            return;
        }
        CountDownLatch over = new CountDownLatch(1);
        Alarm alarm = clock.at(in(vendorTime), over::countDown);
        over.await();
        alarm.cancel();
    }
}
