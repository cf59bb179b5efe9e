package io.videojob.testkit;

import io.videojob.spi.ProviderSettings;
import io.videojob.spi.VideoProvider;
import java.util.List;
import java.util.function.BiFunction;

/**
 * An adapter that does one thing wrong.
 *
 * @param failing the cases that have to fail, each as a pattern of {@code method: case}; no other may
 */
record Broken(String name, BiFunction<VideoProvider, ProviderSettings, VideoProvider> bend, List<String> failing) {

    static Broken of(String name, BiFunction<VideoProvider, ProviderSettings, VideoProvider> bend, String... failing) {
        return new Broken(name, bend, List.of(failing));
    }

    @Override
    public String toString() {
        return name;
    }
}
