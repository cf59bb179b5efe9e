package io.videojob.journal.jdbc;

import io.videojob.spi.JobJournal;
import io.videojob.spi.JobJournalFactory;

/** Opens {@link JdbcJournal}s from the setting {@code videojob.journal.url}. */
public final class JdbcJournalFactory implements JobJournalFactory {

    /** For {@link java.util.ServiceLoader}. */
    public JdbcJournalFactory() {}

    /** True for every JDBC URL: {@link #open} says which kinds work. */
    @Override
    public boolean accepts(String url) {
        return url.startsWith("jdbc:");
    }

    @Override
    public JobJournal open(String url) {
        return JdbcJournal.open(url);
    }
}
