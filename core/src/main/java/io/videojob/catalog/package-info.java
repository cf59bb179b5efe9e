/** Models as data: what each takes, how it is written, and whether a request fits. */
@NullMarked
package io.videojob.catalog;

import org.jspecify.annotations.NullMarked;
