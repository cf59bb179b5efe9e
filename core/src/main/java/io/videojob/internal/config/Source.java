package io.videojob.internal.config;

import io.videojob.ConfigurationException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Where values come from: properties, and the environment, which beats them. */
final class Source {
    private final Map<String, String> properties = new TreeMap<>();
    private final Function<String, String> environment;

    Source(Properties properties, Function<String, String> environment) {
        for (String key : properties.stringPropertyNames()) {
            this.properties.put(key.strip(), properties.getProperty(key).strip());
        }
        this.environment = environment;
    }

    static Properties load(Path file) {
        Properties properties = new Properties();
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            skipByteOrderMark(reader);
            properties.load(reader);
        } catch (NoSuchFileException e) {
            throw new ConfigurationException("there is no file " + file.toAbsolutePath() + " to read settings from", e);
        } catch (CharacterCodingException e) {
            throw new ConfigurationException("the settings in " + file + " are not UTF-8; save the file as UTF-8", e);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(
                    "the settings in " + file + " hold a broken \\u escape; a backslash is written \\\\", e);
        } catch (IOException e) {
            throw new ConfigurationException("can't read settings from " + file + ": " + e, e);
        }
        return properties;
    }

    /** The names of all properties, in the order of the alphabet. */
    Set<String> keys() {
        return properties.keySet();
    }

    /** What is set: by the key's environment variable, else by the property. Empty values are not set. */
    Optional<Value> find(String key) {
        String variable = variable(key);
        String override = environment.apply(variable);
        return override == null || override.isBlank()
                ? findProperty(key)
                : Optional.of(new Value(key, override.strip(), variable, environment));
    }

    /** What is set by the property alone. */
    Optional<Value> findProperty(String key) {
        String text = properties.getOrDefault(key, "");
        return text.isEmpty() ? Optional.empty() : Optional.of(new Value(key, text, null, environment));
    }

    /** A value of that key that stands in an environment variable, whether that is set or not. */
    Value reference(String key, String variable) {
        return new Value(key, "${" + variable + "}", null, environment);
    }

    /** Reads what is set; a value that comes out empty is not set. */
    <T> Optional<T> read(String key, Function<Value, T> reader) {
        return find(key).filter(value -> !value.get().isEmpty()).map(reader);
    }

    /** The environment variable that overrides a key. */
    static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private static void skipByteOrderMark(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
    }
}
