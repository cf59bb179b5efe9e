/** Profiles made of facts, meanings, corrections and families. */
@NullMarked
package io.videojob.models.profile;

import org.jspecify.annotations.NullMarked;
