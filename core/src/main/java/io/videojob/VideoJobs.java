package io.videojob;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The way in. Takes requests, sends each once, looks after it until it has ended, and remembers it in a journal. One for a
 * whole program; thread-safe.
 *
 * <p>{@link #close()} leaves every job as it is: with a durable journal the next {@code VideoJobs} goes on with them.
 */
public interface VideoJobs extends AutoCloseable {

    /** Builds one from providers and a journal. */
    static Builder builder() {
        return ServiceLoader.load(Factory.class, VideoJobs.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new ConfigurationException(
                        "videojob-core is incomplete: META-INF/services/" + Factory.class.getName()
                                + " is missing; when jars are merged into one, merge service files too"))
                .builder();
    }

    /**
     * Builds one from {@code videojob.properties} in the working folder, overridden by environment variables; without the
     * file, from the environment alone.
     *
     * @throws ConfigurationException naming the key, if a setting is unknown, wrong or missing
     */
    static VideoJobs fromConfig() {
        return builder().config(Path.of("videojob.properties")).build();
    }

    /**
     * Builds one from a properties file.
     *
     * @throws ConfigurationException if the file can't be read, or a setting is unknown, wrong or missing
     */
    static VideoJobs fromConfig(Path file) {
        return builder().configFile(file).build();
    }

    /** Builds one from properties, overridden by environment variables. */
    static VideoJobs fromConfig(Properties properties) {
        return builder().config(properties).build();
    }

    /**
     * Takes a request: checks it, writes it down, and has it sent in the background.
     *
     * @throws RequestRejectedException if no candidate can carry every field; nothing was sent
     * @throws BudgetExceededException if it costs more than a job may, or than a day may; what there is no room for only
     *     now is taken, and waits
     * @throws JournalException if it can't be written down; nothing was sent
     */
    VideoJob submit(VideoRequest request);

    /**
     * Takes several requests: all are checked first, and if one is refused, or can't be written down, none is taken.
     *
     * @throws RequestRejectedException if any is refused; nothing was sent
     * @throws BudgetExceededException if any costs more than a job may; nothing was sent
     * @throws JournalException if they can't be written down; nothing was sent
     */
    JobGroup submitAll(List<VideoRequest> requests);

    /** What {@link #submit(VideoRequest)} would send where. Free; nothing is sent. */
    Plan plan(VideoRequest request);

    /**
     * A handle on a vendor's job from anywhere: sent by another program, another machine, or by hand. If the journal knows
     * the reference, the job that has it; else the vendor is asked for it once, on this thread, and a new job begins at
     * looking. A vendor that can't be reached now is asked again later; a wrong key shows as the job's trouble.
     *
     * @throws ConfigurationException if no provider of that name is configured
     * @throws ProviderException with {@link RefusalReason#NOT_FOUND} if the vendor says that it has no such job; nothing is
     *     kept then
     */
    VideoJob attach(VendorRef vendorRef);

    /** A handle on a job of the journal. */
    Optional<VideoJob> find(JobId id);

    /** The jobs of the journal, newest first. */
    List<JobSnapshot> list(JobFilter filter);

    /** The models of all configured providers. */
    default List<ModelInfo> models() {
        return models(ModelQuery.all());
    }

    /** Those models of all configured providers that are wanted. Free; no vendor is asked. */
    List<ModelInfo> models(ModelQuery query);

    /**
     * What the jobs of the journal spent in the last 24 hours and hold now, in all and by provider, beside the budgets. Reads
     * the journal once.
     *
     * @throws JournalException if it can't be read
     */
    Spending spending();

    /**
     * Asks every provider's vendor for its own list of models, and holds the profiles against it: what is new, gone, about to
     * end, or takes other fields. Free. Empty if nothing differs.
     *
     * @throws VideoJobException if a vendor refuses or can't be reached
     */
    List<ModelDrift> checkModels();

    /**
     * Holds the vendors' own lists against the journal: what was made, and may be paid for, and no job of the journal delivers.
     * {@link #attach(VendorRef)} adopts it. A list is of the whole account: what other programs made on it shows, too. Reads
     * pages of each list on this thread, one exchange each; a provider whose list can't be read is told of, and hides no
     * other's.
     *
     * @throws ConfigurationException if the query names a provider that is not configured
     * @throws JournalException if the journal can't be read
     */
    Orphans orphans(OrphanQuery query);

    /** Those of so long ago at most, see {@link OrphanQuery#since(Duration)}. */
    default Orphans orphans(Duration since) {
        return orphans(OrphanQuery.usual().since(since));
    }

    /** Where a web server hands in what vendors post to it. */
    Webhooks webhooks();

    /** Stops working, waits for exchanges on the wire, ends open futures with {@link JobDetachedException}. */
    @Override
    void close();

    /** Collects what a {@link VideoJobs} is made of. What is set here beats the configuration. */
    interface Builder {

        /** Adds a provider; the first is preferred. Its name must be new. It is closed with the library. */
        Builder provider(Provider provider);

        /**
         * Where jobs are remembered. Without one, in memory only, and a warning says so once. It is closed with the
         * library. With {@code videojob.journal.key} what it keeps of a job is encrypted, but for what it searches by:
         * status, times, amounts, tag, and the vendors' references.
         */
        Builder journal(Journal journal);

        /**
         * Where bytes go that a model takes by link only, such as {@link Media#file}. Without one they go to the vendor's own
         * place, where it has one; else such a request is refused.
         */
        Builder mediaStore(MediaStore store);

        /** Settings from a file if it exists. */
        Builder config(Path file);

        /** Settings from a file that must exist. */
        Builder configFile(Path file);

        /** Settings, see the README for the keys. */
        Builder config(Properties properties);

        /**
         * One setting that beats both file and environment, as from a command line.
         *
         * @param key as in {@code videojob.properties}
         */
        Builder setting(String key, String value);

        /** One setting for when neither file nor environment says anything of it; asked for only then. */
        Builder defaultSetting(String key, Supplier<String> value);

        /** Where environment variables come from; by default {@link System#getenv(String)}. */
        Builder environment(Function<String, @Nullable String> environment);

        /** Where listeners run; by default on the library's own daemon threads. */
        Builder listenerExecutor(Executor executor);

        /** The clock, waiting, threads and dice; for tests, and for programs that schedule by themselves. */
        Builder timing(Timing timing);

        /** How often the journal is searched for work of other processes; by default every 5 s. */
        Builder sweepEvery(Duration interval);

        /**
         * The finished thing, working.
         *
         * @throws ConfigurationException if a setting is unknown, wrong or missing, or no provider is there
         */
        VideoJobs build();

        /**
         * The same settings and journal, only to look at. Providers and journals that were given are left aside.
         *
         * @throws ConfigurationException if a setting is unknown or wrong; a missing key is no error here
         */
        Inspection inspect();
    }

    /** Makes builders. Found by {@link ServiceLoader}, so that this package knows nothing of what is behind it. */
    interface Factory {
        /** A new builder. */
        Builder builder();
    }
}
