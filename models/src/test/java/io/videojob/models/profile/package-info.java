@NullMarked
package io.videojob.models.profile;

import org.jspecify.annotations.NullMarked;
