/** An invented vendor: what a new adapter consists of. Its profiles lie beside it, in {@code models.json}. */
@NullMarked
package io.videojob.atelier;

import org.jspecify.annotations.NullMarked;
