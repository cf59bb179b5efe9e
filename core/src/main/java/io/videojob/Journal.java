package io.videojob;

/**
 * The place where jobs are remembered. Without a durable one, a restart forgets every job that this process sent.
 *
 * <p>Made by journal modules; who writes one implements {@code io.videojob.spi.JobJournal}, which is the only kind the
 * library can run on.
 */
public interface Journal {

    /** True if what is written survives the end of the process. */
    boolean durable();
}
