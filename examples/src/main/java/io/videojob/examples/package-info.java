/**
 * Small programs, each about one thing. Every one has a {@code main} and takes a configuration file as its first
 * argument; without one it reads {@code videojob.properties} of the working folder, or the environment. {@code
 * examples/sandbox.properties} points all of them at the sandbox.
 */
@NullMarked
package io.videojob.examples;

import org.jspecify.annotations.NullMarked;
