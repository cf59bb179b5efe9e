/** Eachlabs' wire protocol and webhooks. */
@NullMarked
package io.videojob.sandbox.internal.eachlabs;

import org.jspecify.annotations.NullMarked;
