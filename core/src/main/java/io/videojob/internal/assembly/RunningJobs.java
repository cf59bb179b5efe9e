package io.videojob.internal.assembly;

import static java.util.Objects.requireNonNull;

import io.videojob.ConfigurationException;
import io.videojob.JobFilter;
import io.videojob.JobGroup;
import io.videojob.JobId;
import io.videojob.JobSnapshot;
import io.videojob.ModelDrift;
import io.videojob.ModelInfo;
import io.videojob.ModelQuery;
import io.videojob.OrphanQuery;
import io.videojob.Orphans;
import io.videojob.Plan;
import io.videojob.Spending;
import io.videojob.Timing;
import io.videojob.VendorRef;
import io.videojob.VideoJob;
import io.videojob.VideoJobs;
import io.videojob.VideoRequest;
import io.videojob.VideoResult;
import io.videojob.Webhooks;
import io.videojob.catalog.Drift;
import io.videojob.internal.engine.JobRecord;
import io.videojob.internal.engine.Jobs;
import io.videojob.internal.engine.OrphanSearch;
import io.videojob.internal.engine.Watchers;
import io.videojob.spi.VideoProvider;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The library at work: what {@link VideoJobs.Builder#build()} gives. */
final class RunningJobs implements VideoJobs {
    /** How long a job that was attached to is looked after, unless somebody waits longer. */
    private static final Duration ATTACHED_PATIENCE = Duration.ofHours(2);

    private final Jobs jobs;
    private final Watchers watchers;
    private final Planner planner;
    private final Supplier<Spending> spending;
    private final OrphanSearch orphans;
    private final Webhooks webhooks;
    private final Timing timing;
    private final Map<String, VideoProvider> providers;
    private final Function<JobRecord, VideoResult> delivery;
    private final Runnable closing;

    /** What it stands on. */
    record Ground(
            Jobs jobs,
            Watchers watchers,
            Timing timing,
            Map<String, VideoProvider> providers,
            OrphanSearch orphans,
            Runnable closing) {}

    RunningJobs(
            Ground ground,
            Planner planner,
            Supplier<Spending> spending,
            Webhooks webhooks,
            Function<JobRecord, VideoResult> delivery) {
        this.jobs = ground.jobs();
        this.watchers = ground.watchers();
        this.timing = ground.timing();
        this.providers = ground.providers();
        this.orphans = ground.orphans();
        this.closing = ground.closing();
        this.planner = planner;
        this.spending = spending;
        this.webhooks = webhooks;
        this.delivery = delivery;
    }

    @Override
    public VideoJob submit(VideoRequest request) {
        return submitAll(List.of(requireNonNull(request, "request"))).jobs().get(0);
    }

    @Override
    public JobGroup submitAll(List<VideoRequest> requests) {
        List<Jobs.Order> orders = requests.stream().map(planner::order).toList();
        return new Group(jobs.submit(orders).stream().map(this::handle).toList(), timing);
    }

    @Override
    public Plan plan(VideoRequest request) {
        return planner.plan(requireNonNull(request, "request"));
    }

    @Override
    public VideoJob attach(VendorRef vendorRef) {
        if (!providers.containsKey(requireNonNull(vendorRef, "vendorRef").provider())) {
            throw new ConfigurationException("no provider is called \"" + vendorRef.provider() + "\"; configured are "
                    + providers.keySet().stream().sorted().toList());
        }
        return handle(jobs.attach(vendorRef, ATTACHED_PATIENCE));
    }

    @Override
    public Optional<VideoJob> find(JobId id) {
        return jobs.find(requireNonNull(id, "id")).map(this::handle);
    }

    @Override
    public List<JobSnapshot> list(JobFilter filter) {
        return jobs.list(requireNonNull(filter, "filter"));
    }

    @Override
    public List<ModelInfo> models(ModelQuery query) {
        return planner.models(query);
    }

    @Override
    public Spending spending() {
        return spending.get();
    }

    @Override
    public List<ModelDrift> checkModels() {
        return providers.values().stream()
                .flatMap(provider ->
                        Drift.of(provider.name(), provider.traits().profiles().all(), provider.liveModels()).stream())
                .toList();
    }

    @Override
    public Orphans orphans(OrphanQuery query) {
        return orphans.search(requireNonNull(query, "query"));
    }

    @Override
    public Webhooks webhooks() {
        return webhooks;
    }

    @Override
    public void close() {
        closing.run();
    }

    private VideoJob handle(JobRecord record) {
        return new Handle(record.id(), jobs, watchers, timing, delivery);
    }
}
