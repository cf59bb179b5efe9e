/** JSON as plain maps, lists and values, exact to the digit. The one place in core that knows a JSON library. */
@NullMarked
package io.videojob.internal.json;

import org.jspecify.annotations.NullMarked;
