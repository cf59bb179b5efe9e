/** Takes deliveries: verifies them, answers, and brings what they say to their jobs afterwards. */
@NullMarked
package io.videojob.internal.webhook;

import org.jspecify.annotations.NullMarked;
