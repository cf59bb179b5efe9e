@NullMarked
package io.videojob.models;

import org.jspecify.annotations.NullMarked;
