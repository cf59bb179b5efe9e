package io.videojob.internal.config;

/** {@code videojob.failover}: when another provider is tried. */
public enum Failover {
    /** Never. */
    OFF,
    /** Once the first provably has no job for us, or its job ended unpaid. */
    ON,
    /** Also when the first was paid for and failed by a fault of the vendor. */
    EVEN_IF_BILLED
}
