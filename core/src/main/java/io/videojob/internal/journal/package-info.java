/** The journal of a program that needs none: it forgets everything when the process ends. */
@NullMarked
package io.videojob.internal.journal;

import org.jspecify.annotations.NullMarked;
