package io.videojob.internal.config;

import io.videojob.ConfigurationException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which providers are in use, in which order. */
final class Routing {
    private final List<String> route;
    private final Map<String, KnownVendor> vendors;
    private final Map<String, ProviderConfig> configs;

    Routing(List<String> route, Map<String, KnownVendor> vendors, Map<String, ProviderConfig> configs) {
        this.route = route;
        this.vendors = vendors;
        this.configs = configs;
    }

    /** Reads {@code videojob.route}. */
    static List<String> names(Value value) {
        List<String> names = Arrays.stream(value.get().split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        if (!names.stream().allMatch(ProviderName::isOne) || new HashSet<>(names).size() < names.size()) {
            throw value.wrong("names of providers, each once, separated by commas; " + ProviderName.RULE);
        }
        return names;
    }

    /** See {@link Settings#inUse(Collection)}. */
    List<String> inUse(Collection<String> brought) {
        Set<String> names = new LinkedHashSet<>(route.isEmpty() ? brought : route);
        if (route.isEmpty()) {
            configs.values().stream()
                    .filter(config -> config.apiKey().isPresent())
                    .forEach(config -> names.add(config.name()));
        }
        if (names.isEmpty()) {
            throw new ConfigurationException("no provider has a key; " + wayToAKey());
        }
        names.stream().filter(name -> !brought.contains(name)).forEach(name -> check(name, brought));
        return List.copyOf(names);
    }

    /** The route's names alone, with or without keys. */
    void checkNames() {
        route.forEach(name -> config(name, List.of()));
    }

    private ProviderConfig config(String name, Collection<String> brought) {
        ProviderConfig config = configs.get(name);
        if (config == null || !vendors.containsKey(config.vendor())) {
            throw noSuch(name, config == null ? name : config.vendor(), brought);
        }
        return config;
    }

    private void check(String name, Collection<String> brought) {
        ProviderConfig config = config(name, brought);
        if (config.apiKey().isEmpty()) {
            throw new ConfigurationException(Keys.ROUTE + " names " + name + ", but " + config.whyNoKey());
        }
        config.check();
    }

    private ConfigurationException noSuch(String name, String vendor, Collection<String> brought) {
        Set<String> there = new TreeSet<>(vendors.keySet());
        there.addAll(brought);
        String nearest = there.isEmpty() ? "" : "; the nearest is \"" + Keys.nearest(vendor, there) + "\"";
        return new ConfigurationException(
                (route.contains(name) ? Keys.ROUTE + " names \"" + name + "\", but there" : "there")
                        + " is no adapter for the vendor \"" + vendor + "\"" + nearest
                        + ". Add its module to the class path, or say with " + Keys.PROVIDER + name
                        + ".vendor whose account it is");
    }

    private String wayToAKey() {
        String variables = vendors.values().stream()
                .map(vendor -> vendor.apiKeyVariable() + " for " + vendor.vendor())
                .collect(Collectors.joining(", "));
        return variables.isEmpty()
                ? "no adapter is on the class path either: add the module of a vendor"
                : "set an environment variable: " + variables;
    }
}
