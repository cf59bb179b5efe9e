/** Ready handlers for web servers: hand one over, below the path of {@code videojob.webhook.public-url}. */
@NullMarked
package io.videojob.webhooks;

import org.jspecify.annotations.NullMarked;
