/**
 * What an application touches: {@link io.videojob.VideoJobs} takes a {@link io.videojob.VideoRequest} and gives back a
 * {@link io.videojob.VideoJob}. Everything else here is a value those three speak in, or an exception they end with.
 */
@NullMarked
package io.videojob;

import org.jspecify.annotations.NullMarked;
