/** What the vendors say of their models, without their prose. */
@NullMarked
package io.videojob.models.facts;

import org.jspecify.annotations.NullMarked;
