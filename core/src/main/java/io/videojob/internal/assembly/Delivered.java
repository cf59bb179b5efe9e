package io.videojob.internal.assembly;

import io.videojob.Cost;
import io.videojob.DeliveryException;
import io.videojob.FieldReport;
import io.videojob.JobSnapshot;
import io.videojob.Output;
import io.videojob.SavedFile;
import io.videojob.VideoResult;
import io.videojob.internal.delivery.Delivery;
import io.videojob.internal.engine.JobRecord;
import io.videojob.internal.engine.Views;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The result of a job that succeeded, with the way to its files. */
final class Delivered implements VideoResult {
    private final JobSnapshot job;
    private final List<FieldReport> fields;
    private final Optional<Cost> cost;
    private final Delivery delivery;
    private final Supplier<List<Output>> renewal;
    private final Comparing comparing;

    /**
     * A result.
     *
     * @param renewal gives the outputs under fresh links, in the same order; empty if nobody can tell
     */
    Delivered(JobRecord record, Delivery delivery, Supplier<List<Output>> renewal, Comparing comparing) {
        this.job = Views.snapshot(record);
        this.fields = Views.fields(record);
        this.cost = Views.cost(record);
        this.delivery = delivery;
        this.renewal = renewal;
        this.comparing = comparing;
    }

    @Override
    public JobSnapshot job() {
        return job;
    }

    @Override
    public List<Output> outputs() {
        return job.outputs();
    }

    @Override
    public Optional<Cost> cost() {
        return cost;
    }

    @Override
    public List<FieldReport> fields() {
        return fields;
    }

    @Override
    public SavedFile saveTo(Path file) {
        return save(0, file);
    }

    @Override
    public List<SavedFile> saveAll(Path folder) {
        List<SavedFile> saved = new ArrayList<>();
        for (int i = 0; i < outputs().size(); i++) {
            saved.add(save(
                    i,
                    folder.resolve(Delivery.fileName(job.id(), i + 1, outputs().get(i)))));
        }
        return saved;
    }

    private SavedFile save(int number, Path file) {
        try {
            SavedFile saved = delivery.save(
                    outputs().get(number),
                    file,
                    () -> renewal.get().stream().skip(number).findFirst());
            return comparing.read(number + 1, saved);
        } catch (DeliveryException e) {
            throw new DeliveryException(
                    "job " + job.id() + ": " + e.getMessage(), e.expiresAt().orElse(null), job, e);
        }
    }

    @Override
    public String toString() {
        return "VideoResult[" + job.id() + " " + outputs() + "]";
    }
}
