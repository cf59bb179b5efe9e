@NullMarked
package io.videojob.cluster;

import org.jspecify.annotations.NullMarked;
