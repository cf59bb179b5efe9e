/** The sandbox's clock, so that nothing has to sleep. */
@NullMarked
package io.videojob.sandbox.time;

import org.jspecify.annotations.NullMarked;
