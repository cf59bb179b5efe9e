package io.videojob.catalog;

import io.videojob.Cost;
import io.videojob.FieldReport;
import io.videojob.Plan;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request in one model's words, or why it can't be said in them. */
public final class Translation {
    private final String model;
    private final List<FieldReport> reports;
    private final Map<String, Object> body;
    private final @Nullable Cost price;

    private Translation(String model, List<FieldReport> reports, Map<String, Object> body, @Nullable Cost price) {
        this.model = model;
        this.reports = List.copyOf(reports);
        this.body = body;
        this.price = price;
    }

    static Translation of(String model, List<FieldReport> reports, Map<String, Object> body, @Nullable Cost price) {
        boolean refused = reports.stream().anyMatch(report -> report.fate() == FieldReport.Fate.REFUSED);
        return refused
                ? new Translation(model, reports, Map.of(), null)
                : new Translation(model, reports, Collections.unmodifiableMap(new LinkedHashMap<>(body)), price);
    }

    /** No model of that name takes the request, for that reason. */
    public static Translation refused(String model, FieldReport why) {
        return new Translation(model, List.of(why), Map.of(), null);
    }

    /** The vendor's own name of the model. */
    public String model() {
        return model;
    }

    /** What becomes of each field that is set, and of each that has a default. */
    public List<FieldReport> reports() {
        return reports;
    }

    /**
     * The model's input as it goes over the wire, in order, unmodifiable: text, {@code Long}, {@code BigDecimal},
     * {@code Boolean}, lists and maps of these, never null. Empty if anything is refused.
     */
    public Map<String, Object> body() {
        return body;
    }

    /** What it would cost, where a price is published. */
    public Optional<Cost> price() {
        return Optional.ofNullable(price);
    }

    /** The same, with a remark on what becomes of these fields, where they are sent as they were set. */
    public Translation withRemark(Set<String> fields, String remark) {
        List<FieldReport> remarked = reports.stream()
                .map(report -> fields.contains(report.field()) && report.fate() == FieldReport.Fate.APPLIED
                        ? FieldReport.applied(
                                report.field(),
                                report.wireName().orElse(report.field()),
                                report.value().orElse(""),
                                report.why().map(why -> why + "; " + remark).orElse(remark))
                        : report)
                .toList();
        return new Translation(model, remarked, body, price);
    }

    /** True if nothing is refused. */
    public boolean isAccepted() {
        return reports.stream().noneMatch(report -> report.fate() == FieldReport.Fate.REFUSED);
    }

    /** This translation as one provider's part of a plan. */
    public Plan.Candidate toCandidate(String provider) {
        return new Plan.Candidate(provider, model, reports, body, price);
    }

    @Override
    public String toString() {
        return model + " " + reports;
    }
}
