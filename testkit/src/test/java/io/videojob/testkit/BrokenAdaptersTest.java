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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The contract is only as good as what it catches: each broken adapter fails just the cases that name what it breaks. */
@Tag("slow")
class BrokenAdaptersTest {
    private static final int AT_ONCE = 8;

    private static final Map<Broken, Future<FailedCases.Run>> RUNS = new LinkedHashMap<>();
    /** Says what its timers do, in every run at once: half of the time would go into that. */
    private static final Logger CHATTER = Logger.getLogger("okhttp3.internal.concurrent.TaskRunner");

    private static ExecutorService threads;
    private static Future<FailedCases.Run> honest;

    @BeforeAll
    static void start() {
        CHATTER.setLevel(Level.OFF);
        threads = Executors.newFixedThreadPool(AT_ONCE);
        honest = threads.submit(() -> FailedCases.of(new BentFactory((provider, settings) -> new Bent(provider))));
        Stream.of(BrokenCreates.all(), BrokenLooks.all(), BrokenManners.all())
                .flatMap(List::stream)
                .forEach(broken ->
                        RUNS.put(broken, threads.submit(() -> FailedCases.of(new BentFactory(broken.bend())))));
    }

    @AfterAll
    static void end() {
        threads.shutdownNow();
        CHATTER.setLevel(null);
    }

    @Test
    void anHonestAdapterPasses() throws Exception {
        assertThat(honest.get().failed()).isEmpty();
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
        assertThat(run.cases()).as("all cases were run").isEqualTo(honest.get().cases());
    }

    private static boolean isNamed(String failed, String pattern) {
        return failed.substring(0, failed.indexOf(" >> ")).matches(pattern);
    }
}
