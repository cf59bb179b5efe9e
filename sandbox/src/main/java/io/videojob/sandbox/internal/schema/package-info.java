/** What the vendors accept in a create, as data, and the check against it. */
@NullMarked
package io.videojob.sandbox.internal.schema;

import org.jspecify.annotations.NullMarked;
