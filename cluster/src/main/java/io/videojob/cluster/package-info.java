/** Many processes, on many machines, that share the jobs of one PostgreSQL journal. */
@NullMarked
package io.videojob.cluster;

import org.jspecify.annotations.NullMarked;
