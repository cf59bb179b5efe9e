@NullMarked
package io.videojob.eachlabs;

import org.jspecify.annotations.NullMarked;
