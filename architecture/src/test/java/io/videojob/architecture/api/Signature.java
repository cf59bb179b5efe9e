package io.videojob.architecture.api;

import java.util.Set;

/** A line of the API, and the types that it names, annotations among them. */
public record Signature(String text, Set<Class<?>> types) {}
