package io.videojob.sandbox;

import io.videojob.sandbox.internal.engine.Pace;
import io.videojob.sandbox.internal.engine.Protocol;
import io.videojob.sandbox.internal.engine.Vendor;
import io.videojob.sandbox.internal.engine.VendorJob;
import io.videojob.sandbox.internal.engine.VendorWire;
import io.videojob.sandbox.internal.http.WireServer;
import io.videojob.sandbox.report.Bill;
import io.videojob.sandbox.report.Create;
import io.videojob.sandbox.report.JobView;
import io.videojob.sandbox.report.ReceivedRequest;
import io.videojob.sandbox.script.Failure;
import io.videojob.sandbox.script.Fault;
import io.videojob.sandbox.script.JobScript;
import io.videojob.sandbox.script.Limits;
import io.videojob.sandbox.script.Operation;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** What both vendors of a sandbox offer to a test. All of it may be called while requests are under way. */
public abstract class VendorSandbox {
    private final Vendor vendor;
    private final VendorWire wire;
    private final WireServer server;

    VendorSandbox(String name, int port, Vendor vendor, Protocol protocol, Elsewheres elsewhere) {
        this.vendor = vendor;
        this.wire = new VendorWire(vendor, protocol, elsewhere);
        this.server = new WireServer(name, port, wire);
        vendor.baseUrl(server.baseUrl());
    }

    /** Where redirects lead. */
    interface Elsewheres extends Supplier<URI> {}

    /** {@code http://127.0.0.1:port}: what a program sets instead of the vendor's own base URL. */
    public URI baseUrl() {
        return server.baseUrl();
    }

    /** The one key this vendor takes. */
    public String key() {
        return vendor.key();
    }

    // What goes wrong

    /** Lets these faults happen to the coming requests of that kind, one after the other, behind those that still wait. */
    public void on(Operation operation, Fault... faults) {
        for (Fault fault : faults) {
            vendor.faults().add(operation, fault);
        }
    }

    /** Forgets all faults that have not happened yet, and lets hanging requests go. */
    public void clearFaults() {
        vendor.faults().clear();
        release();
    }

    /** Ends the silence of every request that hangs now. */
    public void release() {
        wire.release();
    }

    /** Refuses connections and ends those that are open. Jobs run on. */
    public void goOffline() {
        server.goOffline();
    }

    /** Takes connections again, at the same address. */
    public void goOnline() {
        server.goOnline();
    }

    /** Replaces the limits; what went before does not count. */
    public void limits(Limits limits) {
        vendor.limits(limits);
    }

    // How jobs go

    /** How long films take from now on, in the vendor's time. */
    public void runTime(Duration vendorTime) {
        vendor.runTime(vendorTime);
    }

    /** How the coming jobs go, one script each. */
    public void nextJob(JobScript... scripts) {
        vendor.scripts().next(scripts);
    }

    /** How every job goes for which there is no script of its own. */
    public void everyJob(JobScript script) {
        vendor.scripts().every(script);
    }

    /** Ends a job well, now. Throws {@link IllegalArgumentException} if there is none of that id, or it has ended. */
    public void finish(String jobId) {
        vendor.jobs().finish(jobId);
    }

    /** Ends a job badly, now. Throws {@link IllegalArgumentException} if there is none of that id, or it has ended. */
    public void fail(String jobId, Failure failure) {
        vendor.jobs().fail(jobId, failure);
    }

    // Which models there are

    /**
     * Drops the model from the vendor's list, without a word; creates of it find no model. Throws
     * {@link IllegalArgumentException} if the vendor has no such slug.
     */
    public void withoutModel(String slug) {
        vendor.models().drop(slug);
    }

    /**
     * Adds a model to the vendor's list that nobody has published. It takes a {@code prompt} and an integer
     * {@code duration}, and makes a film. Throws {@link IllegalArgumentException} if the vendor has that slug.
     */
    public void newModel(String slug) {
        vendor.models().add(slug);
    }

    // What happened

    /** Every create that arrived, in order, also those that were lost or refused. */
    public List<Create> creates() {
        return vendor.visits().creates();
    }

    /** Every job that was made, in order. */
    public List<JobView> jobs() {
        Instant now = vendor.pace().now();
        return vendor.jobs().all().stream().map(job -> view(job, now)).toList();
    }

    private JobView view(VendorJob job, Instant now) {
        boolean ended = job.phase(now).ended();
        return new JobView(job.id(), job.model().slug(), word(job, now), ended, job.createdAt(), job.price());
    }

    abstract String word(VendorJob job, Instant now);

    /**
     * What the vendor has charged up to now: jobs that ended well. Kling O1 is charged as its vendors do. The prices of all
     * other models are the sandbox's own, since their schemas name none: $0.25 a film, however long, and $0.03 a picture.
     */
    public Bill bill() {
        return vendor.jobs().bill();
    }

    /** What the vendor will have charged when all that runs has ended the way it will. */
    public Bill expectedBill() {
        return vendor.jobs().expectedBill();
    }

    /** Every request of that kind, in the order of arrival. */
    public List<ReceivedRequest> requests(Operation operation) {
        return vendor.visits().requests(operation);
    }

    /** How often somebody asked how a job stands. */
    public int looks() {
        return requests(Operation.LOOK).size();
    }

    /** How often the answer was 429. */
    public int tooManyRequests() {
        return vendor.visits().tooManyRequests();
    }

    /** The most jobs that were ever in flight together. */
    public int mostInFlight() {
        return vendor.jobs().highWater();
    }

    /** Requests for results that carried a key: links are public, and no key may go with them. */
    public List<ReceivedRequest> leakedKeys() {
        return vendor.leakedKeys();
    }

    Vendor vendor() {
        return vendor;
    }

    Pace pace() {
        return vendor.pace();
    }

    VendorJob job(String id) {
        return vendor.jobs()
                .find(id)
                .orElseThrow(() -> new IllegalArgumentException("No job " + id + " was made here"));
    }

    void close() {
        server.close();
    }
}
