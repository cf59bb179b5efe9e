@NullMarked
package io.videojob.sandbox.time;

import org.jspecify.annotations.NullMarked;
