/** A vendor that nobody thought of, {@link io.videojob.acme}, under the library as it is. */
@NullMarked
package io.videojob.newvendor;

import org.jspecify.annotations.NullMarked;
