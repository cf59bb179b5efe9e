/** Eachlabs (each::labs, eachlabs.ai) as a provider. */
@NullMarked
package io.videojob.eachlabs;

import org.jspecify.annotations.NullMarked;
