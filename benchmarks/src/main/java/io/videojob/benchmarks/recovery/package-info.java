/** How long many open jobs take to be looked after again. */
@NullMarked
package io.videojob.benchmarks.recovery;

import org.jspecify.annotations.NullMarked;
