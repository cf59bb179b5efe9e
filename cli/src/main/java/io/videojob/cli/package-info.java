/** The {@code videojob} command. It knows the library's public API, and nothing behind it. */
@NullMarked
package io.videojob.cli;

import org.jspecify.annotations.NullMarked;
