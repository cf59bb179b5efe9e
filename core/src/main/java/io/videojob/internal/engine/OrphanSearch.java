package io.videojob.internal.engine;

import io.videojob.Billing;
import io.videojob.ConfigurationException;
import io.videojob.Listing;
import io.videojob.Orphan;
import io.videojob.OrphanList;
import io.videojob.OrphanQuery;
import io.videojob.Orphans;
import io.videojob.ProtocolException;
import io.videojob.Timing;
import io.videojob.VendorRef;
import io.videojob.VideoJobException;
import io.videojob.spi.JobJournal;
import io.videojob.spi.ListedJob;
import io.videojob.spi.ListedJobs;
import io.videojob.spi.VideoProvider;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds the vendors' own lists against the journal. */
public final class OrphanSearch {
    /** A vendor's clock may be ahead of ours. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final Map<String, VideoProvider> providers;
    private final JobJournal journal;
    private final Timing timing;
    private final @Nullable Duration retention;

    /**
     * A search.
     *
     * @param providers by name
     * @param retention how long jobs stay in the journal after their end; null for ever
     */
    public OrphanSearch(
            Map<String, VideoProvider> providers, JobJournal journal, Timing timing, @Nullable Duration retention) {
        this.providers = providers;
        this.journal = journal;
        this.timing = timing;
        this.retention = retention;
    }

    /** What the query asks for. */
    public Orphans search(OrphanQuery query) {
        Instant now = timing.now();
        Instant from = now.minus(window(query.since())).truncatedTo(ChronoUnit.SECONDS);
        Instant to = now.plus(AHEAD).truncatedTo(ChronoUnit.SECONDS);
        List<OrphanList> lists = new ArrayList<>();
        Map<String, List<Row>> rows = new LinkedHashMap<>();
        for (VideoProvider provider : wanted(query)) {
            List<Row> read = new ArrayList<>();
            lists.add(new Reading(provider, query, read).read(from, to));
            rows.put(provider.name(), read);
        }
        return Orphans.of(from, found(rows, from), lists);
    }

    /** What has left the journal would look like an orphan. A job leaves it that long after its end, so its making is older. */
    private Duration window(Duration wanted) {
        return retention == null || wanted.compareTo(retention) <= 0 ? wanted : retention;
    }

    private List<VideoProvider> wanted(OrphanQuery query) {
        Optional<String> name = query.provider();
        if (name.isEmpty()) {
            return List.copyOf(providers.values());
        }
        VideoProvider provider = providers.get(name.get());
        if (provider == null) {
            throw new ConfigurationException("no provider is called \"" + name.get() + "\"; configured are "
                    + providers.keySet().stream().sorted().toList());
        }
        return List.of(provider);
    }

    private List<Orphan> found(Map<String, List<Row>> rows, Instant from) {
        Claims claims = Claims.of(journal);
        Map<VendorRef, Orphan> found = new LinkedHashMap<>();
        List<Orphan> spares = claims.spares(from);
        rows.forEach((provider, read) -> {
            read.forEach(row -> claims.orphan(provider, row.id(), row.job())
                    .ifPresent(orphan -> found.putIfAbsent(orphan.reference(), orphan)));
            spares.stream()
                    .filter(spare -> spare.reference().provider().equals(provider))
                    .forEach(spare -> found.putIfAbsent(spare.reference(), spare));
        });
        return List.copyOf(found.values());
    }

    /** A row that counts. */
    private record Row(String id, ListedJob job) {}

    /** The reading of one provider's list. */
    private static final class Reading {
        private final VideoProvider provider;
        private final OrphanQuery query;
        private final List<Row> rows;
        private OrphanList list;

        Reading(VideoProvider provider, OrphanQuery query, List<Row> rows) {
            this.provider = provider;
            this.query = query;
            this.rows = rows;
            this.list = OrphanList.of(provider.name(), provider.traits().listing());
        }

        OrphanList read(Instant from, Instant to) {
            if (list.shows() == Listing.NONE) {
                return list;
            }
            String mark = null;
            try {
                do {
                    ListedJobs page = provider.listJobs(from, to, mark);
                    take(page.jobs());
                    mark = page.next().orElse(null);
                } while (mark != null && list.rows() < query.limit());
                return mark == null ? list : list.cut();
            } catch (VideoJobException e) {
                return list.failed(e);
            } catch (RuntimeException | LinkageError e) {
                return list.failed(new ProtocolException(
                        "the adapter of " + provider.name() + " threw "
                                + e.getClass().getName(),
                        null,
                        e));
            }
        }

        private void take(List<ListedJob> jobs) {
            int before = rows.size();
            jobs.stream().filter(this::isWanted).forEach(job -> job.id().ifPresent(id -> rows.add(new Row(id, job))));
            list = list.read(jobs.size(), jobs.size() - (rows.size() - before));
            query.listener().accept(list);
        }

        private boolean isWanted(ListedJob job) {
            return query.isEverything() || (job.billing() != Billing.NOT_BILLED && (isOurs(job) || isOfAVideo(job)));
        }

        private static boolean isOurs(ListedJob job) {
            return job.sendTag().flatMap(SendTag::read).isPresent();
        }

        private boolean isOfAVideo(ListedJob job) {
            return job.models().stream()
                    .anyMatch(model -> provider.traits().profiles().find(model).isPresent());
        }
    }
}
