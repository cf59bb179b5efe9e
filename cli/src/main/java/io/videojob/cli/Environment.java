package io.videojob.cli;

import io.videojob.ConfigurationException;
import io.videojob.catalog.Nearest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The environment variables, and which of them anybody asked for: one that nobody did is mistyped. */
final class Environment {
    private static final String OURS = "VIDEOJOB_";

    private final Map<String, String> variables;
    private final Set<String> asked = new TreeSet<>();

    Environment(Map<String, String> variables) {
        this.variables = variables;
    }

    /** The variable's value, null if it isn't set. */
    synchronized @Nullable String get(String name) {
        asked.add(name);
        return variables.get(name);
    }

    /**
     * Once all settings are read: a variable of ours that set none of them is as wrong as such a line of the file.
     *
     * @param settings the file's text, which may refer to variables of any name
     * @param beaten what was not asked for, because the command line says it
     * @throws ConfigurationException naming it and the nearest right one; never its value
     */
    synchronized void requireAllKnown(String settings, Set<String> beaten) {
        Set<String> known = new TreeSet<>(asked);
        known.addAll(beaten);
        known.removeIf(name -> !name.startsWith(OURS));
        for (String name : new TreeSet<>(variables.keySet())) {
            if (isOurs(name) && !known.contains(name) && !isReferredTo(name, settings)) {
                List<String> near = Nearest.to(name, known);
                throw new ConfigurationException("there is no setting for the environment variable " + name
                        + (near.isEmpty() ? "" : "; the nearest is " + near.get(0))
                        + ". Correct its name, or unset it");
            }
        }
    }

    /** An empty one counts as not set, as everywhere. */
    private boolean isOurs(String name) {
        return name.startsWith(OURS) && !variables.getOrDefault(name, "").isBlank();
    }

    private static boolean isReferredTo(String name, String settings) {
        return settings.contains("${" + name + "}") || settings.contains("${" + name + ":");
    }
}
