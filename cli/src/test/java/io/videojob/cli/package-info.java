@NullMarked
package io.videojob.cli;

import org.jspecify.annotations.NullMarked;
