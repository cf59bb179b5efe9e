package io.videojob.internal.config;

import io.videojob.ConfigurationException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Sorts what is set below {@code videojob.provider.} by provider, and knows which names there can be. */
final class Providers {
    private final Source source;
    private final Map<String, KnownVendor> vendors = new LinkedHashMap<>();
    private final Set<String> names = new TreeSet<>();

    /**
     * Providers that a program can have.
     *
     * @param routed the names in the route, for which the environment alone may hold settings
     */
    Providers(Source source, Collection<String> routed, Collection<KnownVendor> known) {
        this.source = source;
        known.forEach(vendor -> vendors.putIfAbsent(vendor.vendor(), vendor));
        names.addAll(vendors.keySet());
        names.addAll(routed);
        source.keys().stream().filter(key -> key.startsWith(Keys.PROVIDER)).forEach(this::addName);
        checkKeys();
    }

    private void addName(String key) {
        String rest = key.substring(Keys.PROVIDER.length());
        int dot = rest.indexOf('.');
        if (dot > 0 && ProviderName.isOne(rest.substring(0, dot))) {
            names.add(rest.substring(0, dot));
        }
    }

    private void checkKeys() {
        Set<String> right = new TreeSet<>(Keys.ALL);
        names.forEach(name -> settings(vendor(name)).forEach(setting -> right.add(key(name, setting))));
        for (String key : source.keys()) {
            if (!right.contains(key)) {
                throw new ConfigurationException("there is no setting \"" + key + "\"; the nearest is "
                        + Keys.nearest(key, right) + withoutAdapter(key));
            }
        }
    }

    /** A setting of an adapter that is not on the class path looks like one that doesn't exist. */
    private String withoutAdapter(String key) {
        return names.stream()
                .filter(name -> key.startsWith(key(name, "")) && !vendors.containsKey(vendor(name)))
                .map(name -> " (no adapter for the vendor \"" + vendor(name) + "\" is here to know others)")
                .findFirst()
                .orElse("");
    }

    /** Every name that something is set for, that is routed, or that is a known vendor's. */
    Set<String> names() {
        return names;
    }

    Map<String, KnownVendor> vendors() {
        return vendors;
    }

    Map<String, ProviderConfig> all() {
        Map<String, ProviderConfig> all = new TreeMap<>();
        names.forEach(name -> all.put(name, config(name)));
        return all;
    }

    /** What is set of a provider, also of one that only a program knows. */
    ProviderConfig config(String name) {
        String vendor = vendor(name);
        Map<String, Value> values = new HashMap<>();
        for (String setting : settings(vendor)) {
            find(name, setting).ifPresent(value -> values.put(setting, value));
        }
        KnownVendor known = vendors.get(name);
        // A second account falls back to no variable: with the first one's key it would be the same account twice.
        if (known != null && vendor.equals(name)) {
            values.putIfAbsent(
                    ProviderConfig.API_KEY,
                    source.reference(key(name, ProviderConfig.API_KEY), known.apiKeyVariable()));
        }
        return new ProviderConfig(name, vendor, values);
    }

    private String vendor(String name) {
        return find(name, ProviderConfig.VENDOR)
                .filter(value -> value.missing().isEmpty())
                .map(Value::get)
                .filter(vendor -> !vendor.isEmpty())
                .orElse(name);
    }

    private Set<String> settings(String vendor) {
        KnownVendor known = vendors.get(vendor);
        if (known == null) {
            return ProviderConfig.SETTINGS;
        }
        Set<String> settings = new TreeSet<>(known.extraSettings());
        settings.addAll(ProviderConfig.SETTINGS);
        return settings;
    }

    private Optional<Value> find(String name, String setting) {
        String key = key(name, setting);
        return belongsToLongerName(name, Source.variable(key)) ? source.findProperty(key) : source.find(key);
    }

    /**
     * Whether a variable names a setting of another provider, whose name goes on where this one ends: of {@code a} and
     * {@code a-b}, {@code VIDEOJOB_PROVIDER_A_B_API_KEY} is the second one's.
     */
    private boolean belongsToLongerName(String name, String variable) {
        return names.stream()
                .filter(other -> other.startsWith(name + "-"))
                .anyMatch(other -> settings(vendor(other)).stream()
                        .anyMatch(setting -> variable.equals(Source.variable(key(other, setting)))));
    }

    private static String key(String name, String setting) {
        return Keys.PROVIDER + name + "." + setting;
    }
}
