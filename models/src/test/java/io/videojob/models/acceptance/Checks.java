package io.videojob.models.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import io.videojob.catalog.FieldSpec;
import io.videojob.catalog.ModelProfile;
import io.videojob.catalog.Translation;
import io.videojob.catalog.WireType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Everything that must hold between one profile and the facts of its model. Says what doesn't, and counts what was tried.
 */
final class Checks {
    /** So many values of another field are tried, to find company for one. */
    private static final int MOST = 6;

    private final String vendor;
    private final ModelProfile profile;
    private final Facts facts;
    private final Deviations deviations;
    private final String suspect;
    private final Mapping mapping;
    private final List<String> problems = new ArrayList<>();
    private final Counts counts = new Counts();

    private Checks(String vendor, ModelProfile profile, Facts facts, Deviations deviations, String suspect) {
        this.vendor = vendor;
        this.profile = profile;
        this.facts = facts;
        this.deviations = deviations;
        this.suspect = suspect;
        this.mapping = new Mapping(profile, facts, deviations);
    }

    /** All problems of a profile. */
    static List<String> problems(
            String vendor, ModelProfile profile, Facts facts, Deviations deviations, Counts total) {
        Checks checks = new Checks(vendor, profile, facts, deviations, "");
        checks.run();
        total.add(checks.counts);
        return checks.problems;
    }

    /** True if there is any problem; looks at the suspected field first, and stops at the first problem. */
    static boolean tell(String vendor, ModelProfile profile, Facts facts, Deviations deviations, String suspect) {
        Checks checks = new Checks(vendor, profile, facts, deviations, suspect);
        checks.run();
        return !checks.problems.isEmpty();
    }

    private void run() {
        problems.addAll(mapping.problems());
        if (isDone()) {
            return;
        }
        Optional<Draft> least = leastRequest();
        if (least.isEmpty() || isDone()) {
            return;
        }
        for (FieldSpec spec : inOrder()) {
            company(least.get(), spec).ifPresent(company -> {
                sweep(company, spec);
                outOfRange(company, spec);
            });
            if (isDone()) {
                return;
            }
        }
        rules(least.get());
        if (isDone()) {
            return;
        }
        fullRequests(least.get());
        unknownOption(least.get());
    }

    /** The suspect first. */
    private List<FieldSpec> inOrder() {
        return profile.fields().stream()
                .sorted(Comparator.comparing(spec -> !suspect.startsWith(spec.name() + ":")))
                .toList();
    }

    private boolean isDone() {
        return !suspect.isEmpty() && !problems.isEmpty();
    }

    /** A request with what the facts require, and no more than the rules want beside. */
    private Optional<Draft> leastRequest() {
        Optional<Draft> least = leastWith(all -> all.get(0)).or(() -> leastWith(all -> all.get(all.size() - 1)));
        least.ifPresentOrElse(
                found -> {
                    accepted(found, "the least request");
                    counts.required++;
                },
                () -> problems.add(profile + ": what is required, and nothing more, is refused"));
        return least;
    }

    private Optional<Draft> leastWith(Function<List<Object>, Object> choice) {
        Draft draft = Draft.to(vendor, profile);
        for (FieldSpec spec : profile.fields()) {
            if (facts.required().contains(spec.wireName())) {
                draft = draft.with(spec, choice.apply(samples(spec).good()));
            }
        }
        return draft.completed(
                Set.copyOf(draft.values().keySet()),
                spec -> samples(spec).good().stream().limit(2).toList());
    }

    /** The least request that goes with a field, with some value in it. */
    private Optional<Draft> company(Draft least, FieldSpec spec) {
        for (Object value : samples(spec).good()) {
            Optional<Draft> company = completed(least, spec, value);
            if (company.isPresent()) {
                return company;
            }
        }
        problem(
                spec,
                "can't be set at all: " + least.with(spec, samples(spec).some()).translate());
        return Optional.empty();
    }

    private Optional<Draft> completed(Draft draft, FieldSpec spec, Object value) {
        return draft.with(spec, value)
                .completed(
                        Set.of(spec.name()),
                        other -> samples(other).good().stream().limit(MOST).toList());
    }

    /** Each value that the facts list can be said, and is written as a value that means it. */
    private void sweep(Draft company, FieldSpec spec) {
        Set<String> written = new HashSet<>();
        for (Object value : samples(spec).good()) {
            if (isDone()) {
                return;
            }
            Optional<Draft> draft = completed(company, spec, value);
            if (draft.isEmpty()) {
                Draft alone = company.with(spec, value);
                // A correction's rule may be narrower than the facts; the field by itself may not.
                if (!deviations.rule(profile, spec) || alone.isRefusedFor(spec.name())) {
                    problem(spec, shortened(value) + " is refused: " + alone.translate());
                }
                continue;
            }
            accepted(draft.get(), spec.name());
            counts.values++;
            spec.wireNames()
                    .forEach(wire -> written.add(
                            Facts.at(draft.get().translate().body(), wire).toString()));
        }
        JsonNode said = deviations.corrected(profile, spec, facts.property(spec.wireName()));
        for (JsonNode listed : said.path("enum")) {
            if (!written.contains(listed.toString()) && !mapping.isUnsayable(spec, listed)) {
                problem(spec, listed + " can't be said");
            }
        }
        samples(spec).inline().ifPresent(value -> {
            if (company.with(spec, value).isRefusedFor(spec.name()) && !deviations.of(profile, spec, "inline")) {
                problem(spec, "takes data URIs, and they are refused");
            }
        });
    }

    private void outOfRange(Draft company, FieldSpec spec) {
        samples(spec).bad().forEach((what, value) -> {
            counts.refused++;
            if (!company.with(spec, value).isRefusedFor(spec.name())) {
                problem(spec, what + ", " + shortened(value) + ", isn't refused");
            }
        });
    }

    /** Whatever of two fields that have to do with each other is accepted, passes the facts and means what was asked. */
    private void rules(Draft least) {
        List<FieldSpec> ruled = profile.fields().stream()
                .filter(spec -> facts.isRuled(profile, spec))
                .toList();
        for (FieldSpec one : ruled) {
            for (FieldSpec other : ruled) {
                for (Object value : samples(one).good()) {
                    for (Object another :
                            one == other ? List.of(value) : samples(other).good()) {
                        pair(least.without(one.name())
                                .without(other.name())
                                .with(one, value)
                                .with(other, another));
                        // What is required may be what the rule forbids beside these.
                        pair(least.with(one, value).with(other, another));
                    }
                }
            }
        }
    }

    private void pair(Draft draft) {
        if (!isDone() && draft.translate().isAccepted()) {
            counts.pairs++;
            accepted(draft, String.valueOf(draft.values().keySet()));
        }
    }

    /** As many neutral fields as go together in one request, and the others in requests of their own. */
    private void fullRequests(Draft least) {
        List<FieldSpec> open = new ArrayList<>(profile.fields().stream()
                .filter(spec -> spec.field().isPresent())
                .filter(spec -> !least.values().containsKey(spec.name()))
                .toList());
        Draft draft = least;
        while (true) {
            for (FieldSpec spec : List.copyOf(open)) {
                for (Object value : fromTheEnd(samples(spec).good())) {
                    Draft more = draft.with(spec, value);
                    if (more.translate().isAccepted()) {
                        draft = more;
                        open.remove(spec);
                        break;
                    }
                }
            }
            accepted(draft, "the full request");
            counts.full++;
            if (open.isEmpty()) {
                return;
            }
            FieldSpec next = open.remove(0);
            Optional<Draft> other = company(least, next);
            if (other.isEmpty()) {
                return;
            }
            draft = other.get();
        }
    }

    private void unknownOption(Draft least) {
        FieldSpec nobodys = FieldSpec.option("no_such_option", WireType.STRING).build();
        counts.refused++;
        if (!least.with(nobodys, "x").isRefusedFor("no_such_option")) {
            problems.add(profile + ": an unknown option isn't refused");
        }
    }

    /** The body passes the facts, and each field that is set stands in it, under its name and as what it means. */
    private void accepted(Draft draft, String what) {
        Translation translation = draft.translate();
        if (!translation.isAccepted()) {
            problems.add(profile + ": " + what + " is refused: " + translation.reports());
            return;
        }
        facts.problems(translation.body()).forEach(wrong -> problems.add(profile + ": " + what + ": " + wrong));
        draft.values()
                .forEach((name, value) -> profile.field(name).ifPresent(spec -> {
                    if (!mapping.isWritten(spec, value, translation.body())) {
                        problem(
                                spec,
                                shortened(value) + " is written as "
                                        + spec.wireNames().stream()
                                                .map(wire -> wire + "=" + shortened(Facts.at(translation.body(), wire)))
                                                .toList());
                    }
                }));
    }

    private Samples samples(FieldSpec spec) {
        return Samples.of(spec, deviations.corrected(profile, spec, facts.property(spec.wireName())));
    }

    private void problem(FieldSpec spec, String what) {
        problems.add(profile + ": " + spec.name() + " " + what);
    }

    private static List<Object> fromTheEnd(List<Object> values) {
        List<Object> turned = new ArrayList<>(values);
        Collections.reverse(turned);
        return turned;
    }

    private static String shortened(Object value) {
        String text = String.valueOf(value);
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }
}
