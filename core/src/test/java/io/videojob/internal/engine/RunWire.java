package io.videojob.internal.engine;

import io.videojob.spi.CancelOutcome;
import io.videojob.spi.Lookup;
import io.videojob.spi.ProviderTraits;
import io.videojob.spi.Submission;
import io.videojob.spi.SubmitOutcome;
import io.videojob.spi.VendorState;
import io.videojob.spi.VideoProvider;
import java.util.function.Predicate;

/** The way to a vendor: before and after each exchange the process may be held up, or end. */
final class RunWire implements VideoProvider {
    private final RunWorld world;
    private final RunProcess process;
    private final RunVendor vendor;

    RunWire(RunWorld world, RunProcess process, RunVendor vendor) {
        this.world = world;
        this.process = process;
        this.vendor = vendor;
    }

    @Override
    public String vendor() {
        return vendor.name;
    }

    @Override
    public ProviderTraits traits() {
        return vendor.traits;
    }

    @Override
    public SubmitOutcome submit(Submission submission) {
        String job = submission.sendTag().split("-", -1)[1];
        world.traffic.onItsWay(() -> process.point(RunPoint.CREATE_SENT, job));
        SubmitOutcome outcome = world.plant.submit(() -> world.traffic.arrived(process, vendor, submission));
        process.point(RunPoint.CREATE_ANSWERED, job);
        world.traffic.comesLate(process, vendor, submission);
        process.requireAlive();
        world.traffic.answered(process, vendor, outcome);
        return outcome;
    }

    @Override
    public VendorState fetch(String vendorJobId) {
        process.point(RunPoint.ASKED, world.ownerOf(vendorJobId));
        VendorState state = vendor.fetch(vendorJobId);
        world.tellNews(vendorJobId, () -> process.name + " sees " + vendorJobId + ": " + state);
        process.point(RunPoint.TOLD, world.ownerOf(vendorJobId));
        return state;
    }

    @Override
    public Lookup locate(Submission submission, Predicate<String> claimed) {
        String job = submission.sendTag().split("-", -1)[1];
        process.point(RunPoint.ASKED, job);
        Lookup lookup = vendor.locate(submission, claimed);
        world.tellNews(submission.sendTag(), () -> process.name + " looks up " + submission.sendTag() + ": " + lookup);
        process.point(RunPoint.TOLD, job);
        return lookup;
    }

    @Override
    public CancelOutcome cancel(String vendorJobId) {
        process.point(RunPoint.ASKED, world.ownerOf(vendorJobId));
        world.writes.cancels(vendorJobId);
        CancelOutcome outcome = vendor.cancel(vendorJobId);
        world.tell(() -> process.name + " cancels " + vendorJobId + ": " + outcome);
        process.point(RunPoint.TOLD, world.ownerOf(vendorJobId));
        return outcome;
    }

    @Override
    public void close() {}
}
