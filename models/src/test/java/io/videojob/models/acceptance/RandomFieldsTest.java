package io.videojob.models.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.videojob.FieldReport;
import io.videojob.catalog.FieldSpec;
import io.videojob.catalog.ModelProfile;
import io.videojob.catalog.Translation;
import io.videojob.models.acceptance.Vendors.Vendor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Random fields of random models, good ones and bad ones: none gets lost on its way to the wire. */
class RandomFieldsTest {
    private static final int SEVENTH = 7;

    @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
    void eachFieldThatIsSetIsOnTheWire_orNamedInTheRefusal(@ForAll("drafts") Request set) {
        Optional<Translation> made = set.translate();
        Statistics.collect(made.map(translation -> translation.isAccepted() ? "accepted" : "refused")
                .orElse("no request at all"));
        Statistics.coverage(coverage -> {
            coverage.check("accepted").percentage(part -> part > 10);
            coverage.check("refused").percentage(part -> part > 10);
        });
        made.ifPresent(translation -> check(set, translation));
    }

    private static void check(Request set, Translation translation) {
        Facts facts = set.vendor().facts().get(set.profile().slug());
        Map<String, FieldReport> reports = translation.reports().stream()
                .collect(Collectors.toMap(FieldReport::field, report -> report, (one, other) -> one));
        set.draft().values().forEach((name, value) -> {
            assertThat(reports).as("%s: %s", set, translation).containsKey(name);
            if (translation.isAccepted()) {
                assertThat(reports.get(name).fate()).isEqualTo(FieldReport.Fate.APPLIED);
                FieldSpec spec = set.profile().field(name).orElseThrow();
                assertThat(stands(facts, spec, value, translation))
                        .as("%s of %s in %s", name, set, translation.body())
                        .isTrue();
            }
        });
        if (translation.isAccepted()) {
            assertThat(facts.problems(translation.body())).as(set.toString()).isEmpty();
        }
    }

    private static boolean stands(Facts facts, FieldSpec spec, Object value, Translation translation) {
        List<?> values = value instanceof List<?> list && spec.wireNames().size() > 1 ? list : List.of(value);
        for (int i = 0; i < values.size(); i++) {
            JsonNode written = Facts.at(translation.body(), spec.wireNames().get(i));
            boolean same = spec.field().isEmpty()
                    ? Facts.tree(values.get(i)).equals(written)
                    : Words.means(spec.field().get(), spec.wireNames().get(i))
                            && Words.same(
                                    spec.field().get(),
                                    values.get(i),
                                    written,
                                    Facts.countsFrames(spec.wireName()) ? facts.rate(translation.body()) : 0);
            if (!same) {
                return false;
            }
        }
        return true;
    }

    /** Fields of one model, set at random. */
    record Request(Vendor vendor, ModelProfile profile, Draft draft) {
        /** Empty where no request can be made of it, such as of a duration below nothing. */
        Optional<Translation> translate() {
            try {
                return Optional.of(draft.translate());
            } catch (IllegalArgumentException refusedByTheBuilder) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return draft.toString();
        }
    }

    @Provide
    Arbitrary<Request> drafts() {
        Arbitrary<Vendor> vendors = Arbitraries.of(Vendors.ALL);
        return vendors.flatMap(vendor -> Arbitraries.of(
                        List.copyOf(vendor.profiles().values()))
                .flatMap(profile -> Arbitraries.randomValue(random -> set(vendor, profile, random))));
    }

    /** What is required, mostly; a few others; one value in seven is a bad one, in half of the drafts. */
    private static Request set(Vendor vendor, ModelProfile profile, Random random) {
        boolean goodOnly = random.nextBoolean();
        int many = random.nextInt(profile.fields().size() + 1);
        List<FieldSpec> shuffled = new ArrayList<>(profile.fields());
        Collections.shuffle(shuffled, random);
        Draft draft = Draft.to(vendor.name(), profile);
        int others = 0;
        for (FieldSpec spec : shuffled) {
            boolean wanted = spec.isRequired() ? random.nextInt(SEVENTH * 2) > 0 : others++ < many;
            if (wanted) {
                draft = draft.with(spec, value(vendor, profile, spec, goodOnly, random));
            }
        }
        return new Request(vendor, profile, draft);
    }

    private static Object value(Vendor vendor, ModelProfile profile, FieldSpec spec, boolean goodOnly, Random random) {
        JsonNode said = vendor.facts().get(profile.slug()).property(spec.wireName());
        Samples samples = Samples.of(spec, vendor.deviations().corrected(profile, spec, said));
        List<Object> bad = List.copyOf(samples.bad().values());
        List<Object> from = goodOnly || bad.isEmpty() || random.nextInt(SEVENTH) > 0 ? samples.good() : bad;
        return from.get(random.nextInt(from.size()));
    }
}
