/**
 * The engine: {@link io.videojob.internal.engine.Engine#next} and {@link io.videojob.internal.engine.Engine#apply} decide,
 * without time, wire or journal; {@link io.videojob.internal.engine.Shell} does what they decide.
 */
@NullMarked
package io.videojob.internal.engine;

import org.jspecify.annotations.NullMarked;
