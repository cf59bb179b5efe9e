package io.videojob.sandbox;

import static java.util.Objects.requireNonNull;

import io.videojob.sandbox.script.Limits;
import io.videojob.sandbox.time.SandboxClock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a {@link Sandbox} is like before it starts. */
public final class SandboxBuilder {
    private @Nullable SandboxClock clock;
    private double speed = 1;
    private Duration runTime = Duration.ofMinutes(3);
    private int aimlapiPort;
    private int eachlabsPort;
    private String aimlapiKey = "sandbox-aimlapi-key";
    private String eachlabsKey = "smk_sandbox-eachlabs-key";
    private Limits aimlapiLimits = Limits.none();
    private Limits eachlabsLimits = Limits.of(100, 10);

    SandboxBuilder() {}

    /** How many times faster than the clock the vendors live: at 60 a vendor's minute lasts a second. 1 by default. */
    public SandboxBuilder speed(double times) {
        this.speed = times;
        return this;
    }

    /** Time from outside, so that nothing sleeps; without one, the time of day. */
    public SandboxBuilder clock(SandboxClock other) {
        this.clock = requireNonNull(other, "clock");
        return this;
    }

    /** How long films take, in the vendor's time; three minutes by default. */
    public SandboxBuilder runTime(Duration vendorTime) {
        this.runTime = requireNonNull(vendorTime, "vendorTime");
        return this;
    }

    /** AI/ML API's port; any free one by default. */
    public SandboxBuilder aimlapiPort(int port) {
        this.aimlapiPort = port;
        return this;
    }

    /** Eachlabs' port; any free one by default. */
    public SandboxBuilder eachlabsPort(int port) {
        this.eachlabsPort = port;
        return this;
    }

    /** The key AI/ML API takes. */
    public SandboxBuilder aimlapiKey(String key) {
        this.aimlapiKey = requireNonNull(key, "key");
        return this;
    }

    /** The key Eachlabs takes. */
    public SandboxBuilder eachlabsKey(String key) {
        this.eachlabsKey = requireNonNull(key, "key");
        return this;
    }

    /** AI/ML API publishes no limit, and has none by default. */
    public SandboxBuilder aimlapiLimits(Limits limits) {
        this.aimlapiLimits = requireNonNull(limits, "limits");
        return this;
    }

    /** 100 creates in 60 s and 10 jobs in flight by default, as the vendor's model page says. */
    public SandboxBuilder eachlabsLimits(Limits limits) {
        this.eachlabsLimits = requireNonNull(limits, "limits");
        return this;
    }

    /** Starts both vendors. Throws {@link java.io.UncheckedIOException} if a port is taken. */
    public Sandbox start() {
        return new Sandbox(this);
    }

    Optional<SandboxClock> clock() {
        return Optional.ofNullable(clock);
    }

    double speed() {
        return speed;
    }

    Duration runTime() {
        return runTime;
    }

    int aimlapiPort() {
        return aimlapiPort;
    }

    int eachlabsPort() {
        return eachlabsPort;
    }

    String aimlapiKey() {
        return aimlapiKey;
    }

    String eachlabsKey() {
        return eachlabsKey;
    }

    Limits aimlapiLimits() {
        return aimlapiLimits;
    }

    Limits eachlabsLimits() {
        return eachlabsLimits;
    }
}
