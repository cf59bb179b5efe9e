@NullMarked
package io.videojob.examples.readme;

import org.jspecify.annotations.NullMarked;
