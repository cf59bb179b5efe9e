package io.videojob.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.videojob.Listing;
import io.videojob.VideoJobException;
import io.videojob.spi.ListedJob;
import io.videojob.spi.ListedJobs;
import io.videojob.spi.VideoProvider;
import io.videojob.testkit.VendorServer.Play;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;

/** The vendor's own list says what its rows say, to its last page; a list that can't be read is never an empty one. */
final class ListCases {
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-01-02T00:00:00Z");
    private static final Reply NOT_THERE = Reply.of(Answer.of(404, "{}"));

    private final Bench bench;
    private final Documented.Lists lists;

    ListCases(Bench bench) {
        this.bench = bench;
        this.lists = bench.script.lists;
    }

    /** The first page of a day. */
    static ListedJobs first(VideoProvider provider) {
        return provider.listJobs(FROM, TO, null);
    }

    Stream<DynamicTest> all() {
        if (lists.shows() == Listing.NONE) {
            return Stream.of(dynamicTest("no list is told, and nothing sent", this::none));
        }
        Stream<DynamicTest> read = Stream.of(
                dynamicTest("the traits say what it shows", this::traits),
                dynamicTest("each row says what it says, to the last page", this::rows),
                dynamicTest("another time is another question", this::times));
        Stream<DynamicTest> failed = LookUps.failures().entrySet().stream()
                .map(entry -> dynamicTest("a list answered with " + entry.getKey() + " is no empty list", () -> {
                    bench.answers(entry.getValue());
                    Object came = Check.typed(() -> first(bench.provider));
                    Check.expect(came instanceof VideoJobException, "a VideoJobException", came);
                }));
        return Stream.concat(read, failed);
    }

    private void none() {
        Play play = bench.answers(Answer.ok("{}"));
        Object came = Check.typed(() -> first(bench.provider));
        Check.expect(
                came instanceof ListedJobs page
                        && page.jobs().isEmpty()
                        && page.next().isEmpty(),
                "no rows, and no page after",
                came);
        Check.expect(play.requests().isEmpty(), "nothing sent", play.requests());
        traits();
    }

    private void traits() {
        Listing told = bench.provider.traits().listing();
        Check.expect(told == lists.shows(), "traits whose listing() is " + lists.shows(), told);
    }

    private void rows() {
        Queue<Answer> pages = new ConcurrentLinkedQueue<>(lists.pages());
        Play play = bench.server.play(request -> {
            Answer page = pages.poll();
            return page == null ? NOT_THERE : Reply.of(page);
        });
        List<ListedJob> came = new ArrayList<>();
        Optional<String> mark = read(null, came);
        for (int page = 1; page < lists.pages().size() && mark.isPresent(); page++) {
            mark = read(mark.get(), came);
        }
        Check.expect(
                pages.isEmpty() && mark.isEmpty(), "all " + lists.pages().size() + " pages read, and no more", came);
        Check.expect(
                play.requests().stream().map(VendorRequest::target).distinct().count()
                        == lists.pages().size(),
                "each page asked for by an address of its own",
                play.requests());
        Check.expect(
                came.stream()
                        .map(ListCases::told)
                        .toList()
                        .equals(lists.expected().stream().map(ListCases::told).toList()),
                lists.expected().stream().map(ListCases::told).toList().toString(),
                came.stream().map(ListCases::told).toList());
    }

    private Optional<String> read(@Nullable String mark, List<ListedJob> into) {
        ListedJobs page = bench.provider.listJobs(FROM, TO, mark);
        into.addAll(page.jobs());
        return page.next();
    }

    private static String told(ListedJob job) {
        return job.id() + " " + job.models() + " " + job.createdAt() + " " + job.word() + " " + job.phase() + " "
                + job.cost() + " " + job.sendTag();
    }

    private void times() {
        Play play = bench.answers(lists.pages().get(0));
        Object first = Check.typed(() -> first(bench.provider));
        Object earlier = Check.typed(() -> bench.provider.listJobs(FROM.minusSeconds(86_400), FROM, null));
        Check.expect(
                play.requests().stream()
                                .map(request -> request.target() + request.body())
                                .distinct()
                                .count()
                        == 2,
                "two days, and two questions",
                play.requests() + " for " + first + " and " + earlier);
    }
}
