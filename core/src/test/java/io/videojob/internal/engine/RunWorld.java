package io.videojob.internal.engine;

import io.videojob.JobFilter;
import io.videojob.JobId;
import io.videojob.JournalException;
import io.videojob.VideoRequest;
import io.videojob.spi.JobJournal;
import io.videojob.spi.StoredJob;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One random run: vendors, a journal, and the processes that work on it, with whatever is made to happen to them. */
final class RunWorld {
    private static final int MOST_AWAITED = 12;
    private static final List<String> VENDOR_NAMES = List.of("north", "south", "west");

    final RunSetting setting;
    final RunPlant plant;
    final RunClock clock;
    /** The journal as nobody but the promises sees it. */
    final JobJournal journal;

    final List<RunVendor> vendors;
    final RunWishes wishes = new RunWishes(this);
    final RunWrites writes = new RunWrites(this);
    final RunTraffic traffic = new RunTraffic(this);
    final RunResults results = new RunResults(this);
    final List<String> broken = new ArrayList<>();
    private final List<JobJournal> handles;
    private final @Nullable List<String> story;
    private final Random dice;
    private final List<RunProcess> processes = new ArrayList<>();
    final RunInterludes interludes = new RunInterludes(this);
    private Duration mostSkew = Duration.ZERO;
    final Map<String, Integer> tally = new TreeMap<>();
    private final Map<String, String> lastTold = new HashMap<>();
    private int started;

    /**
     * A world.
     *
     * @param handles on one journal; each process has one of its own, if there are enough
     * @param story a list for what happens, if somebody wants to read that
     */
    RunWorld(RunSetting setting, RunPlant plant, List<JobJournal> handles, @Nullable List<String> story) {
        this.setting = setting;
        this.plant = plant;
        this.handles = handles;
        this.journal = handles.get(0);
        this.story = story;
        this.dice = new Random(setting.dice());
        this.clock = new RunClock(new Random(dice.nextLong()), traffic::awaitsLateAnswers);
        this.vendors = VENDOR_NAMES.stream()
                .limit(setting.vendors())
                .map(name -> new RunVendor(name, setting, clock::now, new Random(dice.nextLong())))
                .toList();
        IntStream.range(0, setting.processes()).forEach(i -> processes.add(begin(i)));
    }

    private RunProcess begin(int which) {
        RunProcess process = new RunProcess(
                this,
                (char) ('A' + which) + Integer.toString(++started),
                handles.get(which % handles.size()),
                new Random(dice.nextLong()));
        process.begin();
        return process;
    }

    void tell(Supplier<String> words) {
        if (story != null) {
            story.add(Duration.between(RunClock.START, clock.now()) + " " + "  ".repeat(interludes.depth())
                    + words.get());
        }
    }

    /** Tells only what differs from what was last told of it. */
    void tellNews(String of, Supplier<String> words) {
        if (story != null && !words.get().equals(lastTold.put(of, words.get()))) {
            tell(words);
        }
    }

    void count(String what) {
        tally.merge(what, 1, Integer::sum);
    }

    void breaks(String promise) {
        tell(() -> "BROKEN " + promise);
        broken.add(promise);
    }

    // What steps do.

    void happen(RunStep step) {
        tell(() -> "* " + step);
        step.happens().accept(this);
        if (interludes.depth() == 0) {
            clock.run();
        }
    }

    void submit(int count, int prompt, @Nullable Duration deadline) {
        VideoRequest.Builder request = VideoRequest.builder("some/model").prompt("prompt " + prompt);
        VideoRequest built = (deadline == null ? request : request.deadline(deadline)).build();
        List<Candidate> candidates = vendors.stream()
                .map(v -> new Candidate(
                        v.name,
                        "model",
                        Map.of("prompt", "prompt " + prompt),
                        List.of(),
                        RunVendor.PRICE,
                        RunSetting.TIMES))
                .toList();
        RunProcess process = somebody();
        Jobs.Order order = new Jobs.Order(built, candidates);
        int most = Math.min(count, setting.caps().most());
        try {
            process.enter(() -> {
                List<JobRecord> jobs = process.jobs.submit(
                        Stream.generate(() -> order).limit(most).toList());
                jobs.stream().limit(MOST_AWAITED).forEach(process::await);
                tell(() -> process.name + " took "
                        + jobs.stream().map(job -> job.id.toString()).toList());
            });
        } catch (JournalException away) {
            tell(() -> "not taken: " + away.getMessage());
        }
    }

    void pass(Duration time) {
        clock.pass(traffic.atMost(time));
    }

    void crash(int which) {
        RunProcess process = processes.get(which % processes.size());
        tell(() -> process.name + " dies");
        process.die();
    }

    /** The process that is held up just now ends. */
    void crashThis() {
        RunProcess heldUp = interludes.process();
        if (heldUp != null) {
            heldUp.die();
            tell(() -> heldUp.name + " dies");
        }
    }

    void restart(int which) {
        int index = which % processes.size();
        if (!processes.get(index).isAlive()) {
            Duration skew = processes.get(index).skew;
            processes.set(index, begin(index));
            processes.get(index).skew = skew;
            tell(() -> processes.get(index).name + " begins");
        }
    }

    void jump(int which, Duration by) {
        RunProcess process = processes.get(which % processes.size());
        Duration skew = process.skew.plus(by);
        Duration most = setting.mostSkew();
        process.skew = skew.compareTo(most) > 0 ? most : skew.compareTo(most.negated()) < 0 ? most.negated() : skew;
        mostSkew = process.skew.compareTo(mostSkew) > 0 ? process.skew : mostSkew;
    }

    void journalAway(int which, int calls, boolean afterwards) {
        processes.get(which % processes.size()).journal.failNext(calls, afterwards);
    }

    void journalAwayHere(int calls, boolean afterwards) {
        RunProcess heldUp = interludes.process();
        if (heldUp != null) {
            heldUp.journal.failNext(calls, afterwards);
        }
    }

    RunVendor vendor(int which) {
        return vendors.get(which % vendors.size());
    }

    /** A process that works; one is begun if there is none. */
    RunProcess somebody() {
        Optional<RunProcess> working =
                processes.stream().filter(RunProcess::isAlive).findFirst();
        if (working.isEmpty()) {
            restart(0);
        }
        return working.orElseGet(() -> processes.get(0));
    }

    // What there is.

    /** The latest time that any process ever took it for. */
    Instant latestClock() {
        return clock.now().plus(mostSkew);
    }

    /** The job that a process is held up with. */
    Optional<JobRecord> atHand() {
        return Optional.ofNullable(interludes.job()).flatMap(this::record);
    }

    @Nullable
    String ownerOf(String vendorJobId) {
        return made().stream()
                .filter(job -> job.id.equals(vendorJobId))
                .map(RunMade::job)
                .findFirst()
                .orElse(null);
    }

    List<StoredJob> rows() {
        return journal.list(JobFilter.all().limit(100_000));
    }

    /** Of processes that live, for jobs that have settled. */
    List<RunProcess.Wait> waits() {
        return processes.stream()
                .filter(RunProcess::isAlive)
                .flatMap(process -> process.waits.stream())
                .filter(wait ->
                        record(wait.job().toString()).filter(Views::isSettled).isPresent())
                .toList();
    }

    List<RunMade> made() {
        return vendors.stream().flatMap(v -> v.made.values().stream()).toList();
    }

    Optional<JobRecord> record(String id) {
        return journal.find(JobId.parse(id)).map(Columns::read);
    }

    // The end of the run.

    /** Everything works again: no more faults, all processes there, all clocks alike. */
    void heal() {
        tell(() -> "all is well again");
        interludes.clear();
        results.faults.clear();
        for (RunVendor vendor : vendors) {
            vendor.createFaults.clear();
            vendor.lateAnswers.clear();
            vendor.lookFaults.clear();
            vendor.lookupFaults.clear();
            vendor.cancelFaults.clear();
        }
        for (int i = 0; i < processes.size(); i++) {
            restart(i);
            processes.get(i).journal.failNext(0, false);
            processes.get(i).skew = mostSkew;
        }
        clock.wakeAll();
        clock.run();
    }

    /** Nothing more happens. */
    void end() {
        processes.forEach(RunProcess::die);
        clock.wakeAll();
    }
}
