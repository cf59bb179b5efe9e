/** What every {@link io.videojob.spi.JobJournal} does, as tests: a journal's own tests extend these and say how one is opened. */
@NullMarked
package io.videojob.spi.contract;

import org.jspecify.annotations.NullMarked;
