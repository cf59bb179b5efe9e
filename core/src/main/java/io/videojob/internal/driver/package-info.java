/** Decides when jobs are stepped in one process, and takes time and threads from the system. */
@NullMarked
package io.videojob.internal.driver;

import org.jspecify.annotations.NullMarked;
