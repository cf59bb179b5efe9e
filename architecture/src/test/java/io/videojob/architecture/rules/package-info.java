/** The rules, one a class. */
@NullMarked
package io.videojob.architecture.rules;

import org.jspecify.annotations.NullMarked;
