package io.videojob.spi;

/** Makes drivers of one kind, chosen by the setting {@code videojob.driver}. Found by {@link java.util.ServiceLoader}. */
public interface JobDriverFactory {

    /** What the setting calls it, such as {@code cluster}. */
    String name();

    /**
     * A driver for the jobs of that journal, at rest until {@link JobDriver#start}. Whoever makes it closes it, before the
     * journal.
     *
     * @throws io.videojob.ConfigurationException if it can't work with such a journal
     * @throws io.videojob.JournalException if the journal can't be reached
     */
    JobDriver create(JobJournal journal, DriverSettings settings);
}
