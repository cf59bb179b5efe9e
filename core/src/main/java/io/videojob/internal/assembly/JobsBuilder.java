package io.videojob.internal.assembly;

import static java.util.Objects.requireNonNull;

import io.videojob.ConfigurationException;
import io.videojob.Inspection;
import io.videojob.Journal;
import io.videojob.MediaStore;
import io.videojob.Provider;
import io.videojob.Timing;
import io.videojob.VideoJobs;
import io.videojob.internal.config.KnownVendor;
import io.videojob.internal.config.ProviderName;
import io.videojob.internal.config.Settings;
import io.videojob.internal.driver.SystemTiming;
import io.videojob.spi.JobJournal;
import io.videojob.spi.VideoProvider;
import io.videojob.spi.VideoProviderFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects what the user brings; {@link Wiring} makes the rest of the configuration. */
final class JobsBuilder implements VideoJobs.Builder {
    private final Map<String, VideoProvider> brought = new LinkedHashMap<>();
    private final Layers layers = new Layers();
    private @Nullable JobJournal journal;
    private @Nullable MediaStore mediaStore;
    private @Nullable Executor listeners;
    private @Nullable Timing timing;
    private Duration sweepEvery = Duration.ofSeconds(5);

    @Override
    public VideoJobs.Builder provider(Provider provider) {
        if (!(requireNonNull(provider, "provider") instanceof VideoProvider runnable)) {
            throw new ConfigurationException("the provider " + provider.name() + " is a "
                    + provider.getClass().getName() + ": a provider must implement " + VideoProvider.class.getName());
        }
        if (!ProviderName.isOne(runnable.name())) {
            throw new ConfigurationException("a provider of " + runnable.vendor() + " can't be called \""
                    + runnable.name() + "\": " + ProviderName.RULE);
        }
        if (brought.putIfAbsent(runnable.name(), runnable) != null) {
            throw new ConfigurationException(
                    "there are two providers called " + runnable.name() + "; give one of them another name");
        }
        return this;
    }

    @Override
    public VideoJobs.Builder journal(Journal value) {
        if (!(requireNonNull(value, "journal") instanceof JobJournal runnable)) {
            throw new ConfigurationException("the journal is a "
                    + value.getClass().getName() + ": a journal must implement " + JobJournal.class.getName());
        }
        journal = runnable;
        return this;
    }

    @Override
    public VideoJobs.Builder mediaStore(MediaStore store) {
        mediaStore = requireNonNull(store, "store");
        return this;
    }

    @Override
    public VideoJobs.Builder config(Path file) {
        layers.file(() -> Files.exists(file) ? Settings.load(file) : new Properties());
        return this;
    }

    @Override
    public VideoJobs.Builder configFile(Path file) {
        layers.file(() -> Settings.load(file));
        return this;
    }

    @Override
    public VideoJobs.Builder config(Properties properties) {
        Properties copy = new Properties();
        properties.stringPropertyNames().forEach(name -> copy.setProperty(name, properties.getProperty(name)));
        layers.file(() -> copy);
        return this;
    }

    @Override
    public VideoJobs.Builder setting(String key, String value) {
        layers.above(requireNonNull(key, "key"), requireNonNull(value, "value"));
        return this;
    }

    @Override
    public VideoJobs.Builder defaultSetting(String key, Supplier<String> value) {
        layers.below(requireNonNull(key, "key"), requireNonNull(value, "value"));
        return this;
    }

    @Override
    public VideoJobs.Builder environment(Function<String, @Nullable String> value) {
        layers.environment(requireNonNull(value, "environment"));
        return this;
    }

    @Override
    public VideoJobs.Builder listenerExecutor(Executor executor) {
        listeners = requireNonNull(executor, "executor");
        return this;
    }

    @Override
    public VideoJobs.Builder timing(Timing value) {
        timing = requireNonNull(value, "timing");
        return this;
    }

    @Override
    public VideoJobs.Builder sweepEvery(Duration interval) {
        if (interval.isNegative() || interval.isZero()) {
            throw new ConfigurationException("sweepEvery is " + interval + "; it must be positive");
        }
        sweepEvery = interval;
        return this;
    }

    @Override
    public VideoJobs build() {
        Map<String, VideoProviderFactory> factories = factories();
        boolean configured = layers.areWanted();
        Settings inForce = configured ? layers.read(vendors(factories)) : Settings.defaults();
        if (!configured && brought.isEmpty()) {
            throw new ConfigurationException(
                    "there is no provider: give one to the builder, or use VideoJobs.fromConfig()");
        }
        Timing clock = timing == null ? new SystemTiming() : timing;
        Wiring wiring = new Wiring(inForce, clock, factories, brought, configured).mediaStore(mediaStore);
        return wiring.assemble(journal, listeners, sweepEvery, timing == null);
    }

    @Override
    public Inspection inspect() {
        Map<String, VideoProviderFactory> factories = factories();
        Supplier<Instant> now = timing == null ? SystemTiming.CLOCK::instant : timing::now;
        return new Inspecting(layers.read(vendors(factories)), factories, now);
    }

    private static Map<String, VideoProviderFactory> factories() {
        Map<String, VideoProviderFactory> factories = new LinkedHashMap<>();
        ServiceLoader.load(VideoProviderFactory.class, VideoJobs.class.getClassLoader())
                .forEach(factory -> factories.put(factory.vendor(), factory));
        return factories;
    }

    private static List<KnownVendor> vendors(Map<String, VideoProviderFactory> factories) {
        return factories.values().stream().map(KnownVendor::of).toList();
    }
}
