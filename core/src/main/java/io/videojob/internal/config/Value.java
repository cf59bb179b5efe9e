package io.videojob.internal.config;

import io.videojob.ConfigurationException;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One setting as it was written. {@code ${NAME}} and {@code ${NAME:default}} in it are looked up when it is asked for, since
 * what nobody asks for may refer to what isn't there.
 */
final class Value {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)(?::([^{}]*))?}");
    private static final int LONGEST_SHOWN = 80;

    private final String key;
    private final String text;
    private final @Nullable String variable;
    private final Function<String, String> environment;

    /**
     * A value.
     *
     * @param variable the environment variable that it was read from, if it was not read from the properties
     */
    Value(String key, String text, @Nullable String variable, Function<String, String> environment) {
        this.key = key;
        this.text = text;
        this.variable = variable;
        this.environment = environment;
    }

    /** The setting's name. */
    String key() {
        return key;
    }

    /** True if what it says depends on the environment. */
    boolean isReference() {
        return text.contains("${");
    }

    /** The first variable it refers to that is neither set nor has a default. */
    Optional<String> missing() {
        return REFERENCE
                .matcher(text)
                .results()
                .filter(reference -> reference.group(2) == null && lookUp(reference.group(1)) == null)
                .map(reference -> reference.group(1))
                .findFirst();
    }

    /**
     * The text, whole and stripped; may be empty.
     *
     * @throws ConfigurationException naming the variable, if one that it refers to is not set
     */
    String get() {
        Matcher matcher = REFERENCE.matcher(text);
        if (matcher.replaceAll("").contains("${")) {
            throw new ConfigurationException(
                    where() + " holds a \"${\" that is no reference; write ${NAME} or ${NAME:default}");
        }
        missing().ifPresent(name -> {
            throw new ConfigurationException(where() + " refers to the environment variable " + name
                    + ", which is not set; set it, or write ${" + name + ":default}");
        });
        matcher.reset();
        return matcher.replaceAll(reference -> {
                    String found = lookUp(reference.group(1));
                    return Matcher.quoteReplacement(found != null ? found : reference.group(2));
                })
                .strip();
    }

    /** What to throw when the value is none of what is allowed. What came from a variable is not shown. */
    ConfigurationException wrong(String allowed) {
        String shown = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
        return new ConfigurationException(where() + " = \"" + shown + "\" is not allowed; allowed is " + allowed);
    }

    /** The same for a value that may hold a secret, which is not shown. */
    ConfigurationException wrongSecret(String allowed) {
        return new ConfigurationException(where() + " is not allowed as it is; allowed is " + allowed);
    }

    /** The key, and the variable where the value stands. */
    String where() {
        return variable == null ? key : key + " (set by the environment variable " + variable + ")";
    }

    /** Set but empty counts as not set, as shells and container tools mean it. */
    private @Nullable String lookUp(String name) {
        String value = environment.apply(name);
        return value == null || value.isBlank() ? null : value;
    }

    /** Without what it says: it may be a key. */
    @Override
    public String toString() {
        return "Value[" + where() + "]";
    }
}
