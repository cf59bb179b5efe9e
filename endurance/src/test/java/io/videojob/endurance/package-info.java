/** Real processes over a real journal: killed, stopped, out of disk, cut off; and what the vendors' bill says afterwards. */
@NullMarked
package io.videojob.endurance;

import org.jspecify.annotations.NullMarked;
