@NullMarked
package io.videojob.sandbox.internal.json;

import org.jspecify.annotations.NullMarked;
