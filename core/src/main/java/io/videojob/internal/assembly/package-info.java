/** Puts the rooms together: configuration, catalog, engine, driver and delivery become one {@link io.videojob.VideoJobs}. */
@NullMarked
package io.videojob.internal.assembly;

import org.jspecify.annotations.NullMarked;
