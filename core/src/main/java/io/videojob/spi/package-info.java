/** What an adapter, a journal or a driver implements or calls. */
@NullMarked
package io.videojob.spi;

import org.jspecify.annotations.NullMarked;
