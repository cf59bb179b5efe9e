package io.videojob.internal.assembly;

import io.videojob.ConfigurationException;
import io.videojob.VideoJobs;
import io.videojob.internal.config.Settings;
import io.videojob.internal.journal.MemoryJournal;
import io.videojob.spi.JobJournal;
import io.videojob.spi.JobJournalFactory;
import java.util.Optional;
import java.util.ServiceLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the journal that the settings name. */
final class Journals {
    private static final Logger LOG = LoggerFactory.getLogger(VideoJobs.class);

    private Journals() {}

    static JobJournal open(Settings settings) {
        Optional<String> url = settings.journalUrl();
        if (url.isEmpty()) {
            LOG.warn("jobs are remembered in memory only: a restart forgets them. Set videojob.journal.url, "
                    + "or give the builder a journal");
            return new MemoryJournal();
        }
        for (JobJournalFactory factory :
                ServiceLoader.load(JobJournalFactory.class, VideoJobs.class.getClassLoader())) {
            if (factory.accepts(url.get())) {
                return open(factory, url.get());
            }
        }
        throw new ConfigurationException(
                "videojob.journal.url: no journal on the class path opens this URL; add the module videojob-journal-jdbc");
    }

    private static JobJournal open(JobJournalFactory factory, String url) {
        try {
            return factory.open(url);
        } catch (ConfigurationException e) {
            throw new ConfigurationException("videojob.journal.url: " + e.getMessage(), e);
        }
    }
}
