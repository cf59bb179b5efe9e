package io.videojob.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** The contract is only as good as what it catches: each broken adapter fails just the cases that name what it breaks. */
@Tag("slow")
class BrokenAdaptersTest {
    private static final int AT_ONCE = 8;

    /** All, but for whoever tries a new one: {@code -Dbroken='hangs.*'}. */
    private static final String TRIED = System.getProperty("broken", ".*");

    private static final Map<Broken, Future<FailedCases.Run>> RUNS = new LinkedHashMap<>();
    /** Says what its timers do, in every run at once: half of the time would go into that. */
    private static final Logger CHATTER = Logger.getLogger("okhttp3.internal.concurrent.TaskRunner");

    private static ExecutorService threads;
    private static final Map<Broken.Vendor, Future<FailedCases.Run>> HONEST = new LinkedHashMap<>();

    @BeforeAll
    static void start() {
        CHATTER.setLevel(Level.OFF);
        threads = Executors.newFixedThreadPool(AT_ONCE);
        for (Broken.Vendor vendor : List.of(Broken.Vendor.ABLE, Broken.Vendor.BARE, Broken.Vendor.VAGUE)) {
            HONEST.put(vendor, threads.submit(() -> FailedCases.of(vendor.script((honest, settings) -> honest))));
        }
        Stream.of(
                        BrokenCreates.all(),
                        BrokenLooks.all(),
                        BrokenManners.all(),
                        BrokenWishes.all(),
                        BrokenLists.all(),
                        BrokenEndings.all())
                .flatMap(List::stream)
                .filter(broken -> broken.name().matches(TRIED))
                .forEach(broken -> RUNS.put(
                        broken,
                        threads.submit(() -> FailedCases.of(broken.vendor().script(broken.bend())))));
    }

    @AfterAll
    static void end() {
        threads.shutdownNow();
        CHATTER.setLevel(null);
    }

    @TestFactory
    Stream<DynamicTest> anHonestAdapterPassesThatIs() {
        return HONEST.entrySet().stream()
                .map(entry -> dynamicTest(
                        entry.getKey().name(),
                        () -> assertThat(entry.getValue().get().failed()).isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> anAdapterThat() {
        return RUNS.entrySet().stream()
                .map(entry -> dynamicTest(
                        entry.getKey().name(),
                        () -> failsJustThese(entry.getKey(), entry.getValue().get())));
    }

    private static void failsJustThese(Broken broken, FailedCases.Run run) throws Exception {
        List<String> surplus = new ArrayList<>(run.failed());
        surplus.removeIf(failed -> broken.failing().stream().anyMatch(pattern -> isNamed(failed, pattern)));
        assertThat(surplus)
                .as("cases that fail though they have nothing to do with it")
                .isEmpty();
        for (String pattern : broken.failing()) {
            assertThat(run.failed())
                    .as("the case that has to fail: " + pattern)
                    .anyMatch(failed -> isNamed(failed, pattern));
        }
        assertThat(run.cases())
                .as("all cases were run")
                .isEqualTo(HONEST.get(broken.vendor()).get().cases());
    }

    private static boolean isNamed(String failed, String pattern) {
        return failed.substring(0, failed.indexOf(" >> ")).matches(pattern);
    }
}
