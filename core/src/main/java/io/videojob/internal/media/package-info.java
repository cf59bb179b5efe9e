/** Media whose bytes are in their link. */
@org.jspecify.annotations.NullMarked
package io.videojob.internal.media;
