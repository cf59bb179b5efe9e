@NullMarked
package io.videojob.sandbox.internal.schema;

import org.jspecify.annotations.NullMarked;
