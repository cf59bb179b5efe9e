@NullMarked
package io.videojob.sandbox.internal.media;

import org.jspecify.annotations.NullMarked;
