/** Real MP4 and PNG files, made from nothing. */
@NullMarked
package io.videojob.sandbox.internal.media;

import org.jspecify.annotations.NullMarked;
