/** Reads what was delivered, and holds it against what was asked for. */
@NullMarked
package io.videojob.internal.conformance;

import org.jspecify.annotations.NullMarked;
