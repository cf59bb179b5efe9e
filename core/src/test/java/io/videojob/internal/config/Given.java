package io.videojob.internal.config;

import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** Settings as a test gives them: a file's text and an environment. */
final class Given {
    static final KnownVendor ACME = new KnownVendor("acme", "ACME_KEY", Set.of("auth", "region.home"));
    static final KnownVendor GLOBEX = new KnownVendor("globex", "GLOBEX_API_KEY", Set.of());

    private final String file;
    private final Map<String, String> environment = new HashMap<>();

    private Given(String file) {
        this.file = file;
    }

    static Given file(String... lines) {
        return new Given(String.join("\n", lines));
    }

    Given env(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Settings read() {
        return Settings.read(properties(), environment::get, List.of(ACME, GLOBEX));
    }

    Settings readWithoutVendors() {
        return Settings.read(properties(), environment::get, List.of());
    }

    private Properties properties() {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return properties;
    }
}
