/** What the fields of the vendors mean in the words of this library. */
@NullMarked
package io.videojob.models.meaning;

import org.jspecify.annotations.NullMarked;
