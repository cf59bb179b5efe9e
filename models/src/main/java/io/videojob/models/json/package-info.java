/** JSON as maps and lists, and as text that people read. */
@NullMarked
package io.videojob.models.json;

import org.jspecify.annotations.NullMarked;
