package io.videojob.models.acceptance;

/** How often each thing was tried. */
final class Counts {
    int required;
    int full;
    int values;
    int refused;
    int pairs;

    void add(Counts other) {
        required += other.required;
        full += other.full;
        values += other.values;
        refused += other.refused;
        pairs += other.pairs;
    }
}
