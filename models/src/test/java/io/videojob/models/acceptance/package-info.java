/**
 * Holds the profiles against the facts. Reads the facts with libraries of its own, knows the vendors' names by a table of
 * its own, and shares nothing with the generator; what it tries is written by the real translator.
 */
@NullMarked
package io.videojob.models.acceptance;

import org.jspecify.annotations.NullMarked;
