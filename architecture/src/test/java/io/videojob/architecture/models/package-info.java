/** The adapters' profiles side by side: what no adapter can test, because adapters don't know each other. */
@NullMarked
package io.videojob.architecture.models;

import org.jspecify.annotations.NullMarked;
