package io.videojob.internal.engine;

import java.util.function.Consumer;

/** Something that happens in a random run; says in words what, so that a failure can be read. */
record RunStep(String words, Consumer<RunWorld> happens) {
    @Override
    public String toString() {
        return words;
    }
}
