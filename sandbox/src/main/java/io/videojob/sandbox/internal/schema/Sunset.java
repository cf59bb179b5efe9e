package io.videojob.sandbox.internal.schema;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model that retires, has retired, or was folded into another.
 *
 * @param shutdownAt the first day without it; null if none is named yet
 * @param superseded true if its name stays, as another name of {@code replacedBy}
 */
public record Sunset(
        String slug,
        List<String> aliases,
        LocalDate deprecatedAt,
        @Nullable LocalDate shutdownAt,
        @Nullable String replacedBy,
        boolean superseded) {

    public String status(LocalDate today) {
        return superseded ? "superseded" : isOver(today) ? "withdrawn" : "deprecated";
    }

    boolean isOver(LocalDate today) {
        return shutdownAt != null && !today.isBefore(shutdownAt);
    }

    /** "Once a real retirement date is set", the list drops the model, which serves on until then. */
    boolean isListed() {
        return !superseded && shutdownAt == null;
    }

    /** By which the vendor orders them. */
    LocalDate newest() {
        return shutdownAt == null ? deprecatedAt : shutdownAt;
    }
}
