/**
 * Makes the profiles of the adapters. Not published, and no part of what runs.
 *
 * <p>{@code models/facts} holds what each vendor says of its models, as JSON Schemas without its prose. {@code
 * models/meanings.json} says what the fields mean here, {@code models/corrections} what of it doesn't hold for some models,
 * and {@code models/families.json} which models are the same. {@link io.videojob.models.Generator} makes the profiles of
 * it: {@code ./mvnw test -pl models -am -Dmodels.update=true} writes them, and without the setting a test compares.
 */
@NullMarked
package io.videojob.models;

import org.jspecify.annotations.NullMarked;
