/** The demonstration: both vendors on this machine, one fails, the other's answer gets lost, one video and one bill. */
@NullMarked
package io.videojob.cli.demo;

import org.jspecify.annotations.NullMarked;
