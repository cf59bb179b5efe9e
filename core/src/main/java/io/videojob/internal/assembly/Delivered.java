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

/** The result of a job that succeeded, with the way to its files. */
final class Delivered implements VideoResult {
    private final JobSnapshot job;
    private final List<FieldReport> fields;
    private final Optional<Cost> cost;
    private final Delivery delivery;

    Delivered(JobRecord record, Delivery delivery) {
        this.job = Views.snapshot(record);
        this.fields = Views.fields(record);
        this.cost = Views.cost(record);
        this.delivery = delivery;
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
        return save(outputs().get(0), file);
    }

    @Override
    public List<SavedFile> saveAll(Path folder) {
        List<SavedFile> saved = new ArrayList<>();
        for (Output output : outputs()) {
            saved.add(save(output, folder.resolve(Delivery.fileName(job.id(), saved.size() + 1, output))));
        }
        return saved;
    }

    private SavedFile save(Output output, Path file) {
        try {
            return delivery.save(output, file);
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
