package io.videojob.internal.engine;

import io.videojob.Orphan;
import io.videojob.OrphanQuery;
import io.videojob.Orphans;
import io.videojob.spi.Submission;
import io.videojob.spi.VideoProvider;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A journal, and vendors whose lists are held against it. */
abstract class OrphanCase {
    final Bench bench = new Bench("north", "south").start();
    final FakeVendor north = bench.vendor("north");
    final FakeVendor south = bench.vendor("south");

    Orphans search(OrphanQuery query, @Nullable Duration retention) {
        Map<String, VideoProvider> providers = new LinkedHashMap<>();
        bench.vendors.forEach(vendor -> providers.put(vendor.name(), vendor));
        return new OrphanSearch(providers, bench.journal, bench.time, retention).search(query);
    }

    List<Orphan> found() {
        return search(OrphanQuery.usual().everything(), null).found();
    }

    /** Another program, on the same account. */
    String strange(FakeVendor vendor) {
        return vendor.make(Submission.builder("their-own-tag", "model-at-" + vendor.name(), Map.of(), bench.time.now())
                .build());
    }
}
