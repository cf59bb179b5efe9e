@NullMarked
package io.videojob.cli.demo;

import org.jspecify.annotations.NullMarked;
