package io.videojob.internal.assembly;

import io.videojob.internal.config.KnownVendor;
import io.videojob.internal.config.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Settings from several places: single ones of the program, above the environment, above a file, above defaults. */
final class Layers {
    private final Map<String, String> above = new HashMap<>();
    private final Map<String, Supplier<String>> below = new HashMap<>();
    private Function<String, @Nullable String> environment = System::getenv;
    private @Nullable Supplier<Properties> file;

    void above(String key, String value) {
        above.put(key, value);
    }

    void below(String key, Supplier<String> value) {
        below.put(key, value);
    }

    void environment(Function<String, @Nullable String> value) {
        environment = value;
    }

    void file(Supplier<Properties> value) {
        file = value;
    }

    /** True if the program asked for settings at all. */
    boolean areWanted() {
        return file != null || !above.isEmpty() || !below.isEmpty();
    }

    /** All of them, checked. */
    Settings read(List<KnownVendor> vendors) {
        Properties properties = new Properties();
        if (file != null) {
            Properties written = file.get();
            written.stringPropertyNames().forEach(key -> properties.setProperty(key.strip(), written.getProperty(key)));
        }
        below.forEach((key, value) -> {
            if (properties.getProperty(key, "").isBlank() && isBlank(variable(Settings.variable(key)))) {
                properties.setProperty(key, value.get());
            }
        });
        above.forEach(properties::setProperty);
        return Settings.read(properties, this::variable, vendors);
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private @Nullable String variable(String name) {
        return above.keySet().stream().anyMatch(key -> Settings.variable(key).equals(name))
                ? null
                : environment.apply(name);
    }
}
