/** Settings: read from properties and the environment, checked, and told apart by where they come from. */
@NullMarked
package io.videojob.internal.config;

import org.jspecify.annotations.NullMarked;
