package io.videojob.testkit;

import io.videojob.Listing;
import io.videojob.ProviderException;
import io.videojob.TransportException;
import io.videojob.spi.ListedJob;
import io.videojob.spi.ListedJobs;
import io.videojob.spi.ProviderTraits;
import io.videojob.spi.VideoProvider;
import io.videojob.testkit.Broken.Vendor;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Adapters that are wrong about their vendor's own list of jobs. */
final class BrokenLists {
    private static final String CASES = "aListSaysWhatItsRowsSayAndFailsAloud: ";
    private static final String ROWS = CASES + "each row says what it says, to the last page";
    private static final String NONE = CASES + "no list is told, and nothing sent";

    private BrokenLists() {}

    static List<Broken> all() {
        return List.of(
                lists(
                        "takes a refused list for an empty one",
                        (honest, from, to, mark) -> {
                            try {
                                return honest.listJobs(from, to, mark);
                            } catch (ProviderException no) {
                                return ListedJobs.none();
                            }
                        },
                        CASES + "a list answered with \\d+ is no empty list"),
                lists(
                        "takes a list that doesn't come for an empty one",
                        (honest, from, to, mark) -> {
                            try {
                                return honest.listJobs(from, to, mark);
                            } catch (TransportException lost) {
                                return ListedJobs.none();
                            }
                        },
                        CASES + "a list answered with nobody there is no empty list",
                        "anExchangeEndsWithinItsTimeout: a list at a vendor that is .*"),
                lists(
                        "gives the first page only",
                        (honest, from, to, mark) ->
                                ListedJobs.of(honest.listJobs(from, to, mark).jobs(), null),
                        ROWS),
                lists(
                        "gives the first page again and again",
                        (honest, from, to, mark) -> honest.listJobs(from, to, null),
                        ROWS),
                lists(
                        "knows what a job cost of which the row doesn't say it",
                        (honest, from, to, mark) -> {
                            ListedJobs page = honest.listJobs(from, to, mark);
                            return ListedJobs.of(
                                    page.jobs().stream()
                                            .map(BrokenLists::priced)
                                            .toList(),
                                    page.next().orElse(null));
                        },
                        ROWS),
                lists(
                        "lists the same day, whichever is asked for",
                        (honest, from, to, mark) ->
                                honest.listJobs(Instant.EPOCH, Instant.EPOCH.plusSeconds(86_400), mark),
                        CASES + "another time is another question"),
                Broken.of(
                        "says that its list shows only what has ended",
                        (honest, settings) -> lists(honest, Listing.ENDED),
                        CASES + "the traits say what it shows"),
                Broken.of(
                        "says that it has a list where its vendor has none",
                        Vendor.BARE,
                        (honest, settings) -> lists(honest, Listing.ALL),
                        NONE),
                Broken.of(
                        "throws where it can't list",
                        Vendor.BARE,
                        Bends.list((honest, from, to, mark) -> {
                            throw new UnsupportedOperationException("list");
                        }),
                        NONE));
    }

    private static Broken lists(String name, Bends.List list, String... failing) {
        return Broken.of(name, Bends.list(list), failing);
    }

    private static ListedJob priced(ListedJob row) {
        return ListedJob.builder(row.id().orElse(null))
                .models(row.models())
                .createdAt(row.createdAt().orElse(null))
                .word(row.word(), row.phase().orElse(null))
                .cost(row.cost().isPresent() ? row.cost().get().amount() : BigDecimal.ONE)
                .sendTag(row.sendTag().orElse(null))
                .build();
    }

    private static VideoProvider lists(VideoProvider honest, Listing shows) {
        return new Bent(honest) {
            @Override
            public ProviderTraits traits() {
                ProviderTraits traits = honest.traits();
                return ProviderTraits.builder(traits.profiles())
                        .loopback(traits.isLoopback())
                        .webhooks(traits.webhooks())
                        .maxInFlight(traits.maxInFlight())
                        .listing(shows)
                        .build();
            }
        };
    }
}
