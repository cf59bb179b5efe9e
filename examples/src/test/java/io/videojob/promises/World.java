package io.videojob.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.VideoJob;
import io.videojob.VideoJobs;
import io.videojob.VideoResult;
import io.videojob.sandbox.Sandbox;
import io.videojob.sandbox.VendorSandbox;
import io.videojob.sandbox.script.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Both vendors and the library in one fast time, new for each test. After each test it holds what must hold after every one:
 * no key went where none belongs, nobody followed a redirect, and each create passed its vendor's schema.
 */
final class World implements BeforeEachCallback, AfterEachCallback {
    /** Longer than any of these jobs needs: 40 minutes of the world's time. */
    static final Duration LONG = Duration.ofMinutes(40);

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final double speed;
    private final List<AutoCloseable> open = new ArrayList<>();
    private FastTime time = new FastTime(1);
    private Sandbox sandbox;
    private Path folder;
    private boolean mayLeadElsewhere;

    /** A minute lasts a second. */
    World() {
        this(60);
    }

    World(double speed) {
        this.speed = speed;
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        folder = Files.createTempDirectory("videojob-promises");
        time.close();
        time = new FastTime(speed);
        sandbox = Sandbox.builder().clock(time).runTime(Duration.ofSeconds(6)).start();
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        sandbox.aimlapi().clearFaults();
        sandbox.eachlabs().clearFaults();
        for (AutoCloseable one : open) {
            one.close();
        }
        open.clear();
        sandbox.close();
        time.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
        assertThat(sandbox.leakedKeys()).as("keys that went astray").isEmpty();
        if (!mayLeadElsewhere) {
            assertThat(sandbox.elsewhere()).as("redirects that were followed").isEmpty();
        }
        for (Vendor vendor : Vendor.values()) {
            assertThat(vendor.in(sandbox).creates())
                    .allSatisfy(create -> assertThat(create.problems()).isEmpty());
        }
    }

    /** Links to results may redirect: no key goes with them. */
    void redirectsMayBeFollowed() {
        mayLeadElsewhere = true;
    }

    FastTime time() {
        return time;
    }

    Sandbox sandbox() {
        return sandbox;
    }

    VendorSandbox at(Vendor vendor) {
        return vendor.in(sandbox);
    }

    /** A file that is deleted after the test. */
    Path file(String name) {
        return folder.resolve(name);
    }

    /** Settings: keys and addresses of both vendors, looks each second, then these lines ({@code key = value}). */
    Properties settings(String route, String... lines) {
        Properties settings = new Properties();
        for (Vendor vendor : Vendor.values()) {
            String prefix = "videojob.provider." + vendor.key();
            settings.setProperty(prefix + ".api-key", at(vendor).key());
            settings.setProperty(prefix + ".base-url", at(vendor).baseUrl().toString());
        }
        settings.setProperty("videojob.poll.interval", "1s");
        settings.setProperty("videojob.route", route);
        for (String line : lines) {
            String[] parts = line.split("=", 2);
            settings.setProperty(parts[0].strip(), parts[1].strip());
        }
        return settings;
    }

    /** The setting of a journal in a file that lasts as long as the test. */
    String journal() {
        return "videojob.journal.url = jdbc:sqlite:" + file("jobs.db");
    }

    /** The library in this world's time. */
    VideoJobs open(Properties settings) {
        return closing(VideoJobs.builder()
                .config(settings)
                .environment(name -> null)
                .timing(time)
                .build());
    }

    VideoJobs open(Vendor vendor, String... lines) {
        return open(settings(vendor.key(), lines));
    }

    /** Closes it after the test, too. */
    <T extends AutoCloseable> T closing(T closeable) {
        open.add(0, closeable);
        return closeable;
    }

    /** Waits for the wall's minute at most. */
    static void until(String what, Callable<Boolean> holds) {
        Awaitility.await(what)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .until(holds);
    }

    /** Waits until so many requests of that kind have arrived. */
    void untilRequests(Vendor vendor, Operation operation, int count) {
        until(
                count + " requests to " + operation + " at " + vendor,
                () -> at(vendor).requests(operation).size() >= count);
    }

    /** Delivered: saved as a real film of the length that was asked for. */
    void assertDelivered(VideoJob job) throws Exception {
        assertDelivered(job, job.await(LONG));
    }

    void assertDelivered(VideoJob job, VideoResult result) throws IOException {
        Path film = file(job.id() + ".mp4");
        result.saveTo(film);
        assertThat(Mp4.length(film)).isEqualTo(Duration.ofSeconds(5));
    }

    /** One create on the wire, one job made of it, one job billed; nothing at the other vendor. */
    void assertOneCreateOneBill(Vendor vendor) {
        assertThat(at(vendor).creates()).as("creates on the wire").hasSize(1);
        assertThat(at(vendor).bill().jobs()).as("jobs billed").isEqualTo(1);
        assertThat(sandbox.bill()).isEqualTo(at(vendor).bill());
        assertThat(at(vendor.other()).creates()).isEmpty();
    }

    /** The only job that the vendor made. */
    String onlyJob(Vendor vendor) {
        assertThat(at(vendor).jobs()).hasSize(1);
        return at(vendor).jobs().get(0).id();
    }
}
