package io.videojob.spi;

/** Opens journals of one kind from the setting {@code videojob.journal.url}. Found by {@link java.util.ServiceLoader}. */
public interface JobJournalFactory {

    /** True if {@link #open} is the one to ask: it opens the journal, or knows what is wrong with the URL. */
    boolean accepts(String url);

    /**
     * Opens the journal, and makes it if there is none yet. Whoever opens it closes it.
     *
     * @throws io.videojob.ConfigurationException if the URL is wrong
     * @throws io.videojob.JournalException if the journal can't be reached, read or written
     */
    JobJournal open(String url);
}
