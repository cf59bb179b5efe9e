/** A thousand webhooks a second, a tenth of them forged. */
@NullMarked
package io.videojob.benchmarks.webhooks;

import org.jspecify.annotations.NullMarked;
