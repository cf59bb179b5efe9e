package io.videojob.internal.assembly;

import io.videojob.ConfigurationException;
import io.videojob.MediaStore;
import io.videojob.Provider;
import io.videojob.Spending;
import io.videojob.Timing;
import io.videojob.VideoJobs;
import io.videojob.VideoResult;
import io.videojob.Webhooks;
import io.videojob.catalog.Catalog;
import io.videojob.catalog.Profiles;
import io.videojob.internal.config.ProviderConfig;
import io.videojob.internal.config.RetrySettings;
import io.videojob.internal.config.Settings;
import io.videojob.internal.delivery.Delivery;
import io.videojob.internal.engine.JobRecord;
import io.videojob.internal.engine.Jobs;
import io.videojob.internal.engine.OrphanSearch;
import io.videojob.internal.engine.Pacer;
import io.videojob.internal.engine.RetryPolicy;
import io.videojob.internal.engine.Rules;
import io.videojob.internal.engine.Views;
import io.videojob.internal.engine.Watchers;
import io.videojob.internal.engine.WebhookTokens;
import io.videojob.internal.webhook.NoWebhooks;
import io.videojob.internal.webhook.Senders;
import io.videojob.internal.webhook.WebhookDesk;
import io.videojob.spi.AdmissionLimits;
import io.videojob.spi.DriverSettings;
import io.videojob.spi.JobDriver;
import io.videojob.spi.JobJournal;
import io.videojob.spi.ProviderTraits;
import io.videojob.spi.VideoProvider;
import io.videojob.spi.VideoProviderFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes of settings, and of what the user brought, the parts that work, and joins them. */
final class Wiring {
    /** A create is answered within its timeout and this; until then it counts as just sent. */
    private static final Duration ANSWER_MARGIN = Duration.ofSeconds(10);

    private final Settings settings;
    private final Timing timing;
    private final Map<String, VideoProvider> providers = new LinkedHashMap<>();
    private final Budget budget;
    private @Nullable MediaStore mediaStore;

    Wiring(
            Settings settings,
            Timing timing,
            Map<String, VideoProviderFactory> factories,
            Map<String, VideoProvider> brought,
            boolean configured) {
        this.settings = settings;
        this.timing = timing;
        List<String> names = configured ? settings.inUse(brought.keySet()) : List.copyOf(brought.keySet());
        for (String name : names) {
            VideoProvider given = brought.get(name);
            providers.put(name, given == null ? make(name, factories) : given);
        }
        budget = Budget.of(settings, providers.keySet());
    }

    private VideoProvider make(String name, Map<String, VideoProviderFactory> factories) {
        String vendor = settings.provider(name).vendor();
        VideoProviderFactory factory = factories.get(vendor);
        if (factory == null) {
            throw new ConfigurationException("there is no adapter for the vendor \"" + vendor + "\"");
        }
        Provider provider = factory.create(settings.settingsOf(name));
        if (provider instanceof VideoProvider runnable) {
            return runnable;
        }
        throw new ConfigurationException(factory.getClass().getName() + " makes providers that can't be run");
    }

    /** The user's own place for media. */
    Wiring mediaStore(@Nullable MediaStore value) {
        mediaStore = value;
        return this;
    }

    VideoJobs assemble(
            @Nullable JobJournal given, @Nullable Executor listeners, Duration sweepEvery, boolean ownsTiming) {
        WebhookTokens tokens = tokens();
        JobJournal journal = given == null ? Journals.open(settings) : Journals.sealed(given, settings);
        Watchers watchers = new Watchers(listeners == null ? timing.workers() : listeners);
        Map<String, AdmissionLimits> limits = limits();
        Jobs jobs = new Jobs(providers, limits, journal, rules(), new Jobs.Watching(timing, watchers), tokens);
        JobDriver driver =
                driver(journal, DriverSettings.of(timing, sweepEvery, slowest(limits), jobs.tidying()::afterSweep));
        Supplier<Spending> spending = () -> budget.spending(journal, timing.now());
        Planner planner = new Planner(
                Catalog.of(profiles()),
                List.copyOf(providers.keySet()),
                budget,
                new Translations(uploads(), timing::now),
                spending);
        List<Runnable> closing = new ArrayList<>();
        // Exchanges first, the journal after everything that writes to it.
        closing.add(jobs::stop);
        closing.add(driver::close);
        Webhooks webhooks = webhooks(jobs, journal, tokens, closing);
        closing.add(jobs::flush);
        closing.add(() -> watchers.close(id -> jobs.find(id).orElse(null)));
        providers.values().forEach(provider -> closing.add(provider::close));
        closing.add(journal::close);
        if (ownsTiming) {
            closing.add(timing::close);
        }
        Function<JobRecord, VideoResult> delivery = delivery(jobs);
        OrphanSearch orphans = new OrphanSearch(
                providers, journal, timing, settings.journal().retention().orElse(null));
        RunningJobs running = new RunningJobs(
                new RunningJobs.Ground(jobs, watchers, timing, providers, orphans, new Shutdown(closing)),
                planner,
                spending,
                webhooks,
                delivery);
        jobs.savedBy((job, folder) -> delivery.apply(job).saveAll(folder));
        settings.saveTo().ifPresent(jobs::saveTo);
        settings.journal().retention().ifPresent(jobs.tidying()::keptFor);
        jobs.drivenBy(driver);
        return running;
    }

    private JobDriver driver(JobJournal journal, DriverSettings driverSettings) {
        try {
            return Drivers.make(settings.journal().driver(), journal, driverSettings);
        } catch (RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    private Uploads uploads() {
        Map<String, MediaStore> vendors = new LinkedHashMap<>();
        providers.forEach((name, provider) -> provider.mediaStore().ifPresent(store -> vendors.put(name, store)));
        return new Uploads(mediaStore, vendors, timing::now);
    }

    private Function<JobRecord, VideoResult> delivery(Jobs jobs) {
        Delivery strict = new Delivery(timing, settings.deliveryAllowPrivate());
        Delivery open = new Delivery(timing, true);
        return record -> new Delivered(
                record,
                isOnThisMachine(Views.provider(record)) ? open : strict,
                () -> jobs.renew(record.id()),
                new Comparing(jobs, record));
    }

    /** What was made at a provider that is not in use now is saved all the same; plain http is for this machine only. */
    private boolean isOnThisMachine(String name) {
        VideoProvider provider = providers.get(name);
        return provider != null
                ? provider.traits().isLoopback()
                : settings.provider(name)
                        .baseUrl()
                        .filter(uri -> "http".equals(uri.getScheme()))
                        .isPresent();
    }

    private Map<String, Profiles> profiles() {
        Map<String, Profiles> profiles = new LinkedHashMap<>();
        providers.forEach(
                (name, provider) -> profiles.put(name, provider.traits().profiles()));
        return profiles;
    }

    /** What is taken while exchanges come to their end is written down, for the next process. */
    private Webhooks webhooks(Jobs jobs, JobJournal journal, @Nullable WebhookTokens tokens, List<Runnable> closing) {
        if (tokens == null) {
            return new NoWebhooks();
        }
        Map<String, List<String>> secrets = new LinkedHashMap<>();
        providers
                .keySet()
                .forEach(name -> secrets.put(name, settings.provider(name).webhookSecrets()));
        WebhookDesk desk = new WebhookDesk(jobs, journal, timing, new Senders(tokens, providers, secrets));
        closing.add(desk::close);
        return desk;
    }

    private @Nullable WebhookTokens tokens() {
        if (settings.webhookPublicUrl().isEmpty()) {
            return null;
        }
        if (settings.webhookSecrets().isEmpty()) {
            throw new ConfigurationException("videojob.webhook.public-url is set and "
                    + "videojob.webhook.secret is not: without it anybody could post; set it to a long random text");
        }
        return new WebhookTokens(settings.webhookPublicUrl().get(), settings.webhookSecrets());
    }

    private Map<String, AdmissionLimits> limits() {
        Map<String, AdmissionLimits> limits = new LinkedHashMap<>();
        providers.forEach((name, provider) -> limits.put(name, limits(name, provider.traits())));
        return limits;
    }

    /** By then every create on the wire has been answered, or was given up. */
    private static Duration slowest(Map<String, AdmissionLimits> limits) {
        return limits.values().stream()
                .map(AdmissionLimits::answerWithin)
                .reduce(ANSWER_MARGIN, (a, b) -> a.compareTo(b) >= 0 ? a : b);
    }

    private AdmissionLimits limits(String name, ProviderTraits traits) {
        ProviderConfig config = settings.provider(name);
        boolean own = config.createsPerMinute().isPresent();
        Duration slowest = traits.profiles()
                .longestCreate()
                .filter(longest -> longest.compareTo(settings.callTimeout()) > 0)
                .orElse(settings.callTimeout());
        return new AdmissionLimits(
                config.maxInFlight().orElse(traits.maxInFlight()),
                config.createsPerMinute().orElse(traits.creates()),
                own ? Duration.ofMinutes(1) : traits.window(),
                slowest.plus(ANSWER_MARGIN),
                budget.limits(name));
    }

    private Rules rules() {
        Map<String, Rules.ProviderRules> byName = new LinkedHashMap<>();
        providers.forEach((name, provider) -> {
            RetrySettings retry = settings.retry(name, provider.traits());
            byName.put(
                    name,
                    new Rules.ProviderRules(
                            RetryPolicy.of(retry.maxAttempts(), retry.baseDelay(), retry.maxDelay()),
                            provider.traits().minLookInterval(),
                            provider.traits().absenceProvesAfter().orElse(null)));
        });
        return new Rules(
                Rules.Failover.valueOf(settings.failover().name()),
                Rules.Uncertain.valueOf(settings.uncertain().name()),
                settings.unreachableAfter(),
                settings.pollInterval()
                        .map(Pacer::fixed)
                        .orElse(Pacer.shareOfAge(settings.pollMinInterval(), settings.pollMaxInterval())),
                byName,
                budget.perJob());
    }
}
