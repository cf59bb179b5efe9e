@NullMarked
package io.videojob.sandbox;

import org.jspecify.annotations.NullMarked;
