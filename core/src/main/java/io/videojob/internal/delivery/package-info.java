/** Results onto disk: whole, checked, without credentials, and going on where an earlier try broke off. */
@NullMarked
package io.videojob.internal.delivery;

import org.jspecify.annotations.NullMarked;
