package io.videojob.sandbox.internal.engine;

import io.videojob.sandbox.internal.media.Frame;
import io.videojob.sandbox.internal.schema.Lineup;
import io.videojob.sandbox.internal.schema.Model;
import io.videojob.sandbox.report.ReceivedRequest;
import io.videojob.sandbox.script.JobScript;
import io.videojob.sandbox.script.Limits;
import io.videojob.sandbox.script.Operation;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** One vendor's memory: its models, jobs, files and limits, and what tests told it. The wire is elsewhere. */
public final class Vendor {
    private final String key;
    private final Pace pace;
    private final Lineup models;
    private final JobBook jobs;
    private final FaultDesk faults = new FaultDesk();
    private final ScriptShelf scripts = new ScriptShelf();
    private final VisitBook visits = new VisitBook();
    private final FileShelf files = new FileShelf();
    private volatile URI baseUrl = URI.create("http://127.0.0.1");
    private volatile Duration runTime;
    private Limits limits = Limits.none();
    private RateWindow rate;

    public Vendor(String name, String key, Pace pace, Duration runTime) {
        this.key = key;
        this.pace = pace;
        this.runTime = runTime;
        this.models = new Lineup(name, () -> LocalDate.ofInstant(pace.now(), ZoneOffset.UTC));
        this.jobs = new JobBook(pace);
        this.rate = new RateWindow(pace, 0);
    }

    /** Makes and starts the job, if the limits leave room. */
    public synchronized Admission admit(Order order) {
        if (limits.inFlight() > 0 && jobs.inFlight() >= limits.inFlight()) {
            return new Admission(Optional.empty(), true);
        }
        if (!rate.enter()) {
            return new Admission(Optional.empty(), false);
        }
        JobScript script = order.doomed().orElseGet(() -> scripts.take(order.create()));
        VendorJob job = new VendorJob(order.id(), order.model(), order.create(), order.input(), script, pace.now());
        jobs.start(job, results(order), pace.real(script.runTime().orElse(order.usualRun())));
        return new Admission(Optional.of(job), false);
    }

    private List<String> results(Order order) {
        Model model = order.model();
        Frame frame = Frame.ofAspect(model.aspectRatio(order.input()));
        int job = jobs.size();
        boolean sound = model.hasSound(order.input());
        return IntStream.range(0, model.count(order.input()))
                .mapToObj(number -> model.makesImages()
                        ? files.picture(frame, number, job)
                        : files.film(frame, model.seconds(order.input()), job, sound))
                .map(path -> baseUrl + path)
                .toList();
    }

    /** Replaces the limits; the rate starts anew. */
    public synchronized void limits(Limits other) {
        limits = other;
        rate = new RateWindow(pace, other.createsPerMinute());
    }

    /** The file behind a result link. */
    public Optional<byte[]> file(String link) {
        return files.bytes(URI.create(link).getPath());
    }

    /** Requests for results that carried a key, which they need not and must not. */
    public List<ReceivedRequest> leakedKeys() {
        return visits.requests(Operation.RESULT).stream()
                .filter(request -> carriesKey(request, key))
                .toList();
    }

    /** True if that request holds something that opens an account. */
    public static boolean carriesKey(ReceivedRequest request, String key) {
        return request.header("Authorization").isPresent()
                || request.header("X-API-Key").isPresent()
                || request.target().contains(key);
    }

    public void baseUrl(URI url) {
        baseUrl = url;
    }

    public URI baseUrl() {
        return baseUrl;
    }

    public void runTime(Duration vendorTime) {
        runTime = vendorTime;
    }

    /** How long a film usually takes, in the vendor's time. */
    public Duration runTime() {
        return runTime;
    }

    public String key() {
        return key;
    }

    public Pace pace() {
        return pace;
    }

    public Lineup models() {
        return models;
    }

    public JobBook jobs() {
        return jobs;
    }

    public FaultDesk faults() {
        return faults;
    }

    public ScriptShelf scripts() {
        return scripts;
    }

    public VisitBook visits() {
        return visits;
    }

    FileShelf files() {
        return files;
    }
}
