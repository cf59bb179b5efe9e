/** Tests of the in-memory journal. */
@NullMarked
package io.videojob.internal.journal;

import org.jspecify.annotations.NullMarked;
