package io.videojob.internal.assembly;

import io.videojob.Explanation;
import io.videojob.Inspection;
import io.videojob.JobFilter;
import io.videojob.JobId;
import io.videojob.JobSnapshot;
import io.videojob.MediaStore;
import io.videojob.ModelInfo;
import io.videojob.ModelQuery;
import io.videojob.Plan;
import io.videojob.ProviderInfo;
import io.videojob.Spending;
import io.videojob.VendorRef;
import io.videojob.VideoRequest;
import io.videojob.catalog.Catalog;
import io.videojob.catalog.Profiles;
import io.videojob.internal.config.ProviderConfig;
import io.videojob.internal.config.Settings;
import io.videojob.internal.engine.JobRecord;
import io.videojob.internal.engine.Views;
import io.videojob.spi.JobJournal;
import io.videojob.spi.ProviderSettings;
import io.videojob.spi.VideoProvider;
import io.videojob.spi.VideoProviderFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Looks at settings, profiles and journal with nothing behind them that works. */
final class Inspecting implements Inspection {
    private final Settings settings;
    private final Map<String, VideoProviderFactory> factories;
    private final Supplier<Instant> now;
    private final Object lock = new Object();
    private @Nullable JobJournal journal;

    Inspecting(Settings settings, Map<String, VideoProviderFactory> factories, Supplier<Instant> now) {
        this.settings = settings;
        this.factories = factories;
        this.now = now;
    }

    @Override
    public List<ProviderInfo> providers() {
        Set<String> names = new LinkedHashSet<>(settings.route());
        List<ProviderInfo> all = new ArrayList<>();
        names.addAll(settings.providers().keySet());
        names.forEach(name -> all.add(provider(settings.provider(name))));
        all.sort((a, b) -> Boolean.compare(b.isInUse(), a.isInUse()));
        return all;
    }

    private ProviderInfo provider(ProviderConfig config) {
        boolean hasKey = config.apiKey().isPresent();
        boolean wanted = settings.route().isEmpty() ? hasKey : settings.route().contains(config.name());
        String trouble = !factories.containsKey(config.vendor())
                ? "there is no adapter for the vendor \"" + config.vendor() + "\""
                : hasKey ? null : config.whyNoKey();
        return new ProviderInfo(
                config.name(),
                config.vendor(),
                wanted,
                wanted ? config.baseUrl().orElse(null) : null,
                trouble);
    }

    @Override
    public List<ModelInfo> models(ModelQuery query) {
        return catalog(new LinkedHashMap<>()).models(query);
    }

    @Override
    public Plan plan(VideoRequest request) {
        Map<String, MediaStore> stores = new LinkedHashMap<>();
        Catalog catalog = catalog(stores);
        Translations translations = new Translations(new Uploads(null, stores, now), now);
        return Planner.plan(request, catalog.resolve(request, List.of()), budget(), translations, this::spending);
    }

    @Override
    public boolean hasDayBudget() {
        return budget().isLimitedByDay();
    }

    @Override
    public Spending spending() {
        return budget().spending(journal(), now.get());
    }

    private Budget budget() {
        settings.checkRoute();
        return Budget.of(
                settings,
                providers().stream()
                        .filter(ProviderInfo::isInUse)
                        .map(ProviderInfo::name)
                        .toList());
    }

    /** The models, and into {@code stores} the places for media of those who have one, by provider. */
    private Catalog catalog(Map<String, MediaStore> stores) {
        settings.checkRoute();
        List<ProviderInfo> all = providers().stream()
                .filter(provider -> factories.containsKey(provider.vendor()))
                .toList();
        boolean noneInUse = all.stream().noneMatch(ProviderInfo::isInUse);
        Map<String, Profiles> profiles = new LinkedHashMap<>();
        all.stream()
                .filter(provider -> noneInUse || provider.isInUse())
                .forEach(provider -> made(provider).ifPresent(made -> {
                    profiles.put(provider.name(), made.traits().profiles());
                    made.mediaStore().ifPresent(store -> stores.put(provider.name(), store));
                    made.close();
                }));
        return Catalog.of(profiles);
    }

    /** What an adapter knows of models doesn't depend on the account, so any key will do, and none is used. */
    private Optional<VideoProvider> made(ProviderInfo info) {
        return Optional.ofNullable(factories.get(info.vendor()))
                .map(factory -> factory.create(ProviderSettings.of(info.name(), "only-to-read-its-models")))
                .filter(VideoProvider.class::isInstance)
                .map(VideoProvider.class::cast);
    }

    @Override
    public Optional<JobSnapshot> find(JobId id) {
        return record(id).map(Views::snapshot);
    }

    @Override
    public Optional<JobSnapshot> find(VendorRef vendorRef) {
        return journal().findByReference(vendorRef).map(Views::record).map(Views::snapshot);
    }

    @Override
    public List<JobSnapshot> list(JobFilter filter) {
        return journal().list(filter).stream()
                .map(Views::record)
                .map(Views::snapshot)
                .toList();
    }

    @Override
    public Optional<Explanation> explain(JobId id) {
        return record(id).map(Views::explanation);
    }

    private Optional<JobRecord> record(JobId id) {
        return journal().find(id).map(Views::record);
    }

    private JobJournal journal() {
        synchronized (lock) {
            if (journal == null) {
                journal = Journals.open(settings);
            }
            return journal;
        }
    }

    @Override
    public void close() {
        synchronized (lock) {
            if (journal != null) {
                journal.close();
                journal = null;
            }
        }
    }
}
