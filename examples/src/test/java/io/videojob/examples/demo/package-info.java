@NullMarked
package io.videojob.examples.demo;

import org.jspecify.annotations.NullMarked;
