package io.videojob.endurance;

import io.videojob.JobFilter;
import io.videojob.JournalException;
import io.videojob.journal.jdbc.JdbcJournal;
import io.videojob.sandbox.Sandbox;
import io.videojob.sandbox.VendorSandbox;
import io.videojob.spi.JobJournal;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * Both vendors, one journal, and the processes that work on it, one time for all of them. What a failed test leaves behind
 * (the journal, what each process said) is kept in {@code target/kept}.
 */
final class World implements AutoCloseable {
    private static final double A_MINUTE_LASTS_A_SECOND = 60;
    private static final double A_MINUTE_LASTS_FOUR_SECONDS = 15;

    private final Path folder;
    private final ParentTime time;
    private final Sandbox sandbox;
    private final Store store;
    private final List<Child> children = new ArrayList<>();
    private boolean passed;

    private World(String name, Store.Opening stores, double speed) throws IOException {
        Path kept = Path.of(System.getProperty("endurance.kept", "target/kept"));
        Files.createDirectories(kept);
        folder = Files.createTempDirectory(kept.toAbsolutePath(), name + "-");
        time = new ParentTime(folder.resolve("time"), speed);
        sandbox = Sandbox.builder().clock(time).runTime(Duration.ofSeconds(6)).start();
        store = stores.open(folder);
    }

    /** For many jobs: a minute lasts a second, and a busy machine may well be too slow for a create now and then. */
    static World fast(String name, Store.Kind kind) throws IOException {
        return new World(name, kind, A_MINUTE_LASTS_A_SECOND);
    }

    /** For one job of which each step counts. */
    static World calm(String name, Store.Opening kind) throws IOException {
        return new World(name, kind, A_MINUTE_LASTS_FOUR_SECONDS);
    }

    ParentTime time() {
        return time;
    }

    Sandbox sandbox() {
        return sandbox;
    }

    Store store() {
        return store;
    }

    Path folder() {
        return folder;
    }

    /** A process that has begun; its library goes by that route. */
    Child node(String route, String... settings) throws IOException {
        return begin(spare(List.of(), route, settings));
    }

    /** The same, started by a command that takes another one, such as {@code env}. */
    Child nodeBy(List<String> starter, String route, String... settings) throws IOException {
        return begin(spare(starter, route, settings));
    }

    /** A process that waits for the word to begin. */
    Child spare(List<String> starter, String route, String... settings) throws IOException {
        int number = children.size() + 1;
        Path file = folder.resolve("node-" + number + ".properties");
        Properties all = sandbox.properties();
        all.setProperty("videojob.journal.url", store.url());
        all.setProperty("videojob.route", route);
        all.setProperty("videojob.poll.interval", "1s");
        for (String setting : settings) {
            String[] parts = setting.split("=", 2);
            all.setProperty(parts[0].strip(), parts[1].strip());
        }
        try (Writer writer = Files.newBufferedWriter(file)) {
            all.store(writer, null);
        }
        List<String> command = new ArrayList<>(starter);
        command.addAll(
                Jvm.command(Node.class, file.toString(), folder.resolve("time").toString()));
        Child child = Child.start(command, folder.resolve("node-" + number + ".log"));
        children.add(child);
        return child;
    }

    static Child begin(Child child) {
        child.tell("begin");
        child.await("ready");
        return child;
    }

    /** The vendor that a route of one goes to. */
    VendorSandbox vendor(String route) {
        return route.equals("aimlapi") ? sandbox.aimlapi() : sandbox.eachlabs();
    }

    /** Waits until the vendor has so many creates. */
    void untilCreates(String route, int count) {
        Awaitility.await("creates at " + route)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .atMost(Duration.ofSeconds(60))
                .until(() -> vendor(route).creates().size() >= count);
    }

    /** What the vendors billed for jobs that these processes were told of, and what the journal says of it. */
    Audit.Findings audit(Map<String, String> submitted) {
        return new Audit(sandbox, store.url(), submitted).findings();
    }

    /** From now on nothing needs to be kept. */
    void passed() {
        passed = true;
    }

    @Override
    public void close() throws IOException {
        children.forEach(Child::close);
        if (!passed) {
            keep();
        }
        sandbox.close();
        store.close();
        time.close();
        if (passed) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    /** A server's files go with it: what the journal says is kept as text. */
    private void keep() throws IOException {
        try (JobJournal journal = JdbcJournal.open(store.url())) {
            Files.write(
                    folder.resolve("journal.txt"),
                    journal.list(JobFilter.all().limit(1_000_000)).stream()
                            .map(job -> job + " " + job.payload())
                            .toList());
        } catch (JournalException e) {
            Files.writeString(folder.resolve("journal.txt"), e.toString());
        }
    }
}
