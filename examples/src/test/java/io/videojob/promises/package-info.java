/** What the library promises, held over real sockets: both adapters, both journals, and the vendors' sandbox. */
@NullMarked
package io.videojob.promises;

import org.jspecify.annotations.NullMarked;
