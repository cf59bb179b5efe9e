package io.videojob;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What would be sent where, found without sending anything. Candidates stand in the order in which they would be tried. */
public final class Plan {
    private final String model;
    private final List<Candidate> candidates;

    /** For the engine. */
    public Plan(String model, List<Candidate> candidates) {
        this.model = model;
        this.candidates = List.copyOf(candidates);
    }

    /** The model as it was asked for. */
    public String model() {
        return model;
    }

    /** Every provider that has the model, also those that refuse this request. */
    public List<Candidate> candidates() {
        return candidates;
    }

    /** True if at least one candidate accepts the request. */
    public boolean isAccepted() {
        return candidates.stream().anyMatch(Candidate::isAccepted);
    }

    /** The candidate that would be tried first. */
    public Optional<Candidate> first() {
        return candidates.stream().filter(Candidate::isAccepted).findFirst();
    }

    @Override
    public String toString() {
        return model + candidates.stream().map(c -> System.lineSeparator() + c).collect(Collectors.joining());
    }

    /** One provider's model for the request. */
    public static final class Candidate {
        private final String provider;
        private final String model;
        private final List<FieldReport> fields;
        private final Map<String, Object> body;
        private final @Nullable Cost price;
        private final @Nullable String overBudget;

        /** For the engine. */
        public Candidate(
                String provider,
                String model,
                List<FieldReport> fields,
                Map<String, Object> body,
                @Nullable Cost price) {
            this(provider, model, fields, body, price, null);
        }

        private Candidate(
                String provider,
                String model,
                List<FieldReport> fields,
                Map<String, Object> body,
                @Nullable Cost price,
                @Nullable String overBudget) {
            this.provider = provider;
            this.model = model;
            this.fields = List.copyOf(fields);
            this.body = body;
            this.price = price;
            this.overBudget = overBudget;
        }

        /** For the engine: the same, and why no budget has room for it. */
        public Candidate withOverBudget(String why) {
            return new Candidate(provider, model, fields, body, price, why);
        }

        /** The provider's name. */
        public String provider() {
            return provider;
        }

        /** The vendor's own name of the model. */
        public String model() {
            return model;
        }

        /** What becomes of each field, also of those that the request doesn't set and the vendor defaults. */
        public List<FieldReport> fields() {
            return fields;
        }

        /** The model's input as it would go over the wire, unmodifiable; empty when the request is refused. */
        public Map<String, Object> body() {
            return body;
        }

        /** What it would cost, where a price is published. */
        public Optional<Cost> price() {
            return Optional.ofNullable(price);
        }

        /**
         * Why a budget has no room for it at present: it would be refused, or wait until the money of others is settled or a
         * day old. Empty if there is room, or no budget.
         */
        public Optional<String> overBudget() {
            return Optional.ofNullable(overBudget);
        }

        /** True if nothing is refused. */
        public boolean isAccepted() {
            return violations().isEmpty();
        }

        /** The fields that this candidate can't carry. */
        public List<FieldReport> violations() {
            return fields.stream()
                    .filter(report -> report.fate() == FieldReport.Fate.REFUSED)
                    .toList();
        }

        @Override
        public String toString() {
            return provider + ":" + model + (price == null ? "" : " for " + price)
                    + (overBudget == null ? "" : ", over budget: " + overBudget)
                    + fields.stream()
                            .map(report -> System.lineSeparator() + "  " + report)
                            .collect(Collectors.joining());
        }
    }
}
