/** Raw deliveries in, verified events out. */
@NullMarked
package io.videojob.webhook;

import org.jspecify.annotations.NullMarked;
