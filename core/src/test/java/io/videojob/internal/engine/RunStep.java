package io.videojob.internal.engine;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Something that happens in a random run; says in words what, so that a failure can be read. */
record RunStep(String words, Consumer<RunWorld> happens) {
    static RunStep oneAfterAnother(List<RunStep> steps) {
        return new RunStep(
                steps.stream().map(RunStep::words).collect(Collectors.joining("; then ")),
                world -> steps.forEach(world::happen));
    }

    @Override
    public String toString() {
        return words;
    }
}
