/** Both vendors on your own machine: what a test or a person starts, scripts and asks. */
@NullMarked
package io.videojob.sandbox;

import org.jspecify.annotations.NullMarked;
