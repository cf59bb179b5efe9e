package io.videojob.internal.assembly;

import io.videojob.ConfigurationException;
import io.videojob.VideoJobs;
import io.videojob.internal.config.Settings;
import io.videojob.internal.journal.MemoryJournal;
import io.videojob.internal.journal.PayloadKeys;
import io.videojob.internal.journal.SealedJournal;
import io.videojob.spi.JobJournal;
import io.videojob.spi.JobJournalFactory;
import java.util.Optional;
import java.util.ServiceLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the journal that the settings name, and has its payloads encrypted if they say so. */
final class Journals {
    private static final Logger LOG = LoggerFactory.getLogger(VideoJobs.class);

    private Journals() {}

    /**
     * The journal that the settings name.
     *
     * @throws io.videojob.JournalException as {@link #sealed}
     */
    static SealedJournal open(Settings settings) {
        JobJournal raw = openRaw(settings);
        try {
            return sealed(raw, settings);
        } catch (RuntimeException e) {
            raw.close();
            throw e;
        }
    }

    /**
     * A journal, its payloads encrypted with the keys of the settings.
     *
     * @throws io.videojob.JournalException if its newest job is encrypted, and the settings hold no key for it
     */
    static SealedJournal sealed(JobJournal raw, Settings settings) {
        SealedJournal sealed =
                new SealedJournal(raw, new PayloadKeys(settings.journal().keys()));
        sealed.check();
        return sealed;
    }

    private static JobJournal openRaw(Settings settings) {
        Optional<String> url = settings.journal().url();
        if (url.isEmpty()) {
            LOG.warn("jobs are remembered in memory only: a restart forgets them. Set videojob.journal.url, "
                    + "or give the builder a journal");
            return new MemoryJournal();
        }
        for (JobJournalFactory factory :
                ServiceLoader.load(JobJournalFactory.class, VideoJobs.class.getClassLoader())) {
            if (factory.accepts(url.get())) {
                return openRaw(factory, url.get());
            }
        }
        throw new ConfigurationException(
                "videojob.journal.url: no journal on the class path opens this URL; add the module videojob-journal-jdbc");
    }

    private static JobJournal openRaw(JobJournalFactory factory, String url) {
        try {
            return factory.open(url);
        } catch (ConfigurationException e) {
            throw new ConfigurationException("videojob.journal.url: " + e.getMessage(), e);
        }
    }
}
