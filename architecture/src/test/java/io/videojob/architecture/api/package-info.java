/** The public API as text files, so that a change of it is a change somebody reviews. */
@NullMarked
package io.videojob.architecture.api;

import org.jspecify.annotations.NullMarked;
