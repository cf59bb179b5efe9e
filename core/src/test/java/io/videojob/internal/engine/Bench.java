package io.videojob.internal.engine;

import io.videojob.JobId;
import io.videojob.JobStatus;
import io.videojob.VideoRequest;
import io.videojob.internal.driver.LocalDriver;
import io.videojob.internal.journal.MemoryJournal;
import io.videojob.spi.AdmissionLimits;
import io.videojob.spi.DriverSettings;
import io.videojob.spi.JobJournal;
import io.videojob.spi.SpendingLimits;
import io.videojob.spi.VideoProvider;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An engine over fake vendors with manual time, in the order in which the vendors are preferred. */
final class Bench {
    final ManualTime time = new ManualTime(7);
    final JobJournal journal;
    final List<FakeVendor> vendors = new ArrayList<>();
    final Map<String, AdmissionLimits> limits = new HashMap<>();
    Rules.Failover failover = Rules.Failover.ON;
    Rules.Uncertain uncertain = Rules.Uncertain.ASK;
    Duration absenceProves;
    Duration sweepEvery = Duration.ofSeconds(5);
    BigDecimal perJob;
    final Map<String, BigDecimal> prices = new HashMap<>();
    Pacer pacer = Pacer.shareOfAge(Duration.ofSeconds(2), Duration.ofSeconds(60));
    Watchers watchers;
    Jobs jobs;

    Bench(String... names) {
        this(new MemoryJournal(), names);
    }

    Bench(JobJournal journal, String... names) {
        this.journal = journal;
        Stream.of(names).forEach(name -> vendors.add(new FakeVendor(name, time)));
        vendors.forEach(v -> limits.put(v.name(), AdmissionLimits.none()));
    }

    /** So many jobs at once, 0 for any number, and US dollars for all jobs and for the provider's own, null for any amount. */
    static AdmissionLimits limits(int maxInFlight, @Nullable String all, @Nullable String own) {
        SpendingLimits spending = new SpendingLimits(
                all == null ? null : new BigDecimal(all), own == null ? null : new BigDecimal(own), Duration.ofDays(1));
        return new AdmissionLimits(maxInFlight, 0, Duration.ofMinutes(1), Duration.ofMinutes(2), spending);
    }

    FakeVendor vendor(String name) {
        return vendors.stream().filter(v -> v.name().equals(name)).findFirst().orElseThrow();
    }

    /** A process begins: over the same journal, with nothing in memory. */
    Bench start() {
        jobs = process();
        return this;
    }

    Jobs process() {
        return process(new Watchers(time.workers()));
    }

    Jobs process(Watchers told) {
        Map<String, VideoProvider> providers = new HashMap<>();
        Map<String, Rules.ProviderRules> rules = new HashMap<>();
        for (FakeVendor vendor : vendors) {
            providers.put(vendor.name(), vendor);
            rules.put(
                    vendor.name(),
                    new Rules.ProviderRules(
                            RetryPolicy.of(5, Duration.ofSeconds(1), Duration.ofSeconds(60)),
                            Duration.ofSeconds(2),
                            absenceProves));
        }
        watchers = told;
        Jobs made = new Jobs(
                providers,
                limits,
                journal,
                new Rules(failover, uncertain, Duration.ofMinutes(10), pacer, rules, perJob),
                new Jobs.Watching(time, watchers),
                null);
        made.drivenBy(new LocalDriver(
                DriverSettings.of(time, sweepEvery, Duration.ofSeconds(70), made.tidying()::afterSweep)));
        return made;
    }

    JobId submit() {
        return submit("a raccoon");
    }

    JobId submit(String prompt) {
        return submit(VideoRequest.builder("some/model").prompt(prompt).build());
    }

    JobId submitWithin(Duration deadline) {
        return submit(VideoRequest.builder("m").prompt("p").deadline(deadline).build());
    }

    JobId submit(VideoRequest request) {
        JobId id = insert(request);
        time.run();
        return id;
    }

    /** The job is in the journal, and nothing has been done for it yet. */
    JobId insert(VideoRequest request) {
        return jobs.submit(List.of(order(request))).get(0).id;
    }

    Jobs.Order order(VideoRequest request) {
        Candidate.Times times =
                new Candidate.Times(Duration.ofMinutes(3), Duration.ofMinutes(30), Duration.ofSeconds(60));
        return new Jobs.Order(
                request,
                vendors.stream()
                        .map(v -> new Candidate(
                                v.name(),
                                "model-at-" + v.name(),
                                Map.of(
                                        "prompt",
                                        request.get(io.videojob.Field.PROMPT).orElse("")),
                                List.of(),
                                prices.getOrDefault(v.name(), new BigDecimal("0.70")),
                                times))
                        .toList());
    }

    JobRecord record(JobId id) {
        return jobs.find(id).orElseThrow();
    }

    JobStatus status(JobId id) {
        return record(id).status();
    }

    String history(JobId id) {
        return jobs.explain(id).toString();
    }
}
