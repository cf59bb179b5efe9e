/** JSON as plain maps and lists, with exact numbers. */
@NullMarked
package io.videojob.sandbox.internal.json;

import org.jspecify.annotations.NullMarked;
