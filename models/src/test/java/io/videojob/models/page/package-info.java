/** Makes {@code docs/models.md} of the profiles that core reads. */
@NullMarked
package io.videojob.models.page;

import org.jspecify.annotations.NullMarked;
