package io.videojob.models.acceptance;

import io.videojob.Field;
import io.videojob.FieldReport;
import io.videojob.VideoRequest;
import io.videojob.catalog.Catalog;
import io.videojob.catalog.FieldSpec;
import io.videojob.catalog.ModelProfile;
import io.videojob.catalog.Profiles;
import io.videojob.catalog.Translation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** A request in the making, to one model of one vendor. */
final class Draft {
    private static final int TRIES = 300;

    private final String vendor;
    private final ModelProfile profile;
    private final Map<String, Object> values;

    private Draft(String vendor, ModelProfile profile, Map<String, Object> values) {
        this.vendor = vendor;
        this.profile = profile;
        this.values = values;
    }

    static Draft to(String vendor, ModelProfile profile) {
        return new Draft(vendor, profile, new LinkedHashMap<>());
    }

    Draft with(FieldSpec spec, Object value) {
        return changed(copy -> copy.put(spec.name(), value));
    }

    Draft without(String name) {
        return changed(copy -> copy.remove(name));
    }

    /** Name to value, neutral fields and options. */
    Map<String, Object> values() {
        return values;
    }

    /** As a program would ask for it. */
    VideoRequest request() {
        VideoRequest.Builder request = VideoRequest.builder(vendor + ":" + profile.slug());
        values.forEach((name, value) -> Field.byKey(name)
                .filter(field -> profile.field(name)
                        .map(spec -> spec.field().isPresent())
                        .orElse(false))
                .ifPresentOrElse(field -> request.set(field, value), () -> request.option(name, value)));
        return request.build();
    }

    Translation translate() {
        VideoRequest request = request();
        return Catalog.of(Map.of(vendor, Profiles.of(List.of(profile))))
                .resolve(request, List.of())
                .get(0)
                .translate(request);
    }

    /** True if it is refused, with the field named; also before a request can be made of it at all. */
    boolean isRefusedFor(String name) {
        try {
            return translate().reports().stream()
                    .anyMatch(report -> report.fate() == FieldReport.Fate.REFUSED
                            && report.field().equals(name));
        } catch (IllegalArgumentException refusedByTheBuilder) {
            return true;
        }
    }

    /** This draft with as few other fields more, or fewer, as the model's rules over several fields want. */
    Optional<Draft> completed(Set<String> kept, Function<FieldSpec, List<Object>> samples) {
        Deque<Draft> open = new ArrayDeque<>(List.of(this));
        for (int tries = 0; tries < TRIES && !open.isEmpty(); tries++) {
            Draft next = open.poll();
            Translation translation = next.translate();
            if (translation.isAccepted()) {
                return Optional.of(next);
            }
            if (open.size() < TRIES) {
                open.addAll(next.neighbours(kept, samples));
            }
        }
        return Optional.empty();
    }

    private List<Draft> neighbours(Set<String> kept, Function<FieldSpec, List<Object>> samples) {
        List<Draft> all = new ArrayList<>();
        values.keySet().stream().filter(name -> !kept.contains(name)).forEach(name -> all.add(without(name)));
        profile.fields().stream()
                .filter(spec -> !values.containsKey(spec.name()))
                .forEach(spec -> samples.apply(spec).forEach(value -> all.add(with(spec, value))));
        return all;
    }

    private Draft changed(Consumer<Map<String, Object>> change) {
        Map<String, Object> copy = new LinkedHashMap<>(values);
        change.accept(copy);
        return new Draft(vendor, profile, copy);
    }

    @Override
    public String toString() {
        return vendor + ":" + profile.slug() + " " + values;
    }
}
