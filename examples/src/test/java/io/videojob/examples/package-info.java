@NullMarked
package io.videojob.examples;

import org.jspecify.annotations.NullMarked;
