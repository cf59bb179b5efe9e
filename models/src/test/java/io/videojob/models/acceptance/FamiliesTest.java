package io.videojob.models.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.videojob.Field;
import io.videojob.VideoRequest;
import io.videojob.catalog.Catalog;
import io.videojob.catalog.Families;
import io.videojob.catalog.Family;
import io.videojob.catalog.FieldSpec;
import io.videojob.catalog.ModelProfile;
import io.videojob.catalog.Offer;
import io.videojob.catalog.Profiles;
import io.videojob.catalog.Translation;
import io.videojob.models.acceptance.Vendors.Vendor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A family is one model at several vendors: the same request is served by each of them, with the same settings. */
class FamiliesTest {
    private static final JsonNode SAID = read();
    private static final Catalog CATALOG = Catalog.of(Vendors.ALL.stream()
            .collect(Collectors.toMap(
                    Vendor::name,
                    vendor -> Profiles.of(List.copyOf(vendor.profiles().values())))));

    private static JsonNode read() {
        try {
            return Facts.JSON.readTree(Path.of("families.json").toFile());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static Stream<Family> families() {
        return Families.all().stream();
    }

    private static List<String> members(Family family) {
        return StreamSupport.stream(SAID.path("families").spliterator(), false)
                .filter(said -> said.path("id").asText().equals(family.id()))
                .flatMap(said -> StreamSupport.stream(said.path("members").spliterator(), false))
                .map(JsonNode::asText)
                .toList();
    }

    private static Optional<ModelProfile> profile(String member) {
        int colon = member.indexOf(':');
        return Optional.ofNullable(
                Vendors.of(member.substring(0, colon)).profiles().get(member.substring(colon + 1)));
    }

    @Test
    void theFamiliesOfCoreAreThoseThatAreWrittenDown() {
        System.out.println(
                Families.all().size() + " families, " + SAID.path("nearMatches").size() + " near matches");
        assertThat(families().map(Family::id).toList())
                .isEqualTo(StreamSupport.stream(SAID.path("families").spliterator(), false)
                        .map(said -> said.path("id").asText())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("families")
    void aFamilyHasMembersAtBothVendors_andNobodyElseSaysToBelongToIt(Family family) {
        List<String> inIt = Vendors.ALL.stream()
                .flatMap(vendor -> vendor.profiles().values().stream()
                        .filter(profile -> profile.family().equals(Optional.of(family.id())))
                        .map(profile -> vendor.name() + ":" + profile.slug()))
                .toList();
        assertThat(inIt).containsExactlyInAnyOrderElementsOf(members(family));
        assertThat(inIt.stream().map(member -> member.replaceAll(":.*", "")).distinct())
                .hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("families")
    void oneRequestIsServedByBothVendors_withTheSameSettings(Family family) {
        for (Draft draft : leastRequests(family)) {
            VideoRequest.Builder request = VideoRequest.builder(family.id());
            draft.request().fields().forEach(request::set);
            Map<String, Map<String, String>> settings = new LinkedHashMap<>();
            for (Offer offer : CATALOG.resolve(request.build(), List.of())) {
                Translation translation = offer.translate(request.build());
                if (translation.isAccepted()) {
                    settings.put(
                            offer.provider(),
                            settings(translation, offer.profile().orElseThrow()));
                }
            }
            assertThat(settings.keySet()).as("%s serve %s", family, draft).hasSize(Vendors.ALL.size());
            List<Map<String, String>> both = List.copyOf(settings.values());
            both.get(0).forEach((field, value) -> {
                if (both.get(1).containsKey(field)) {
                    assertThat(both.get(1).get(field))
                            .as("%s of %s", field, family)
                            .isEqualTo(value);
                }
            });
        }
    }

    /** For each way to ask for the family: what every member that goes that way needs, and options of none. */
    private static List<Draft> leastRequests(Family family) {
        List<Draft> all = new ArrayList<>();
        List<ModelProfile> profiles = members(family).stream()
                .map(member -> profile(member).orElseThrow())
                .toList();
        for (String member : members(family).subList(1, members(family).size())) {
            ModelProfile profile = profile(member).orElseThrow();
            Vendor vendor = Vendors.of(member.substring(0, member.indexOf(':')));
            Draft draft = Draft.to(vendor.name(), profile);
            for (ModelProfile one : List.of(profiles.get(0), profile)) {
                for (FieldSpec spec : one.fields()) {
                    boolean told = family.defaults().containsKey(spec.field().orElse(Field.PROMPT));
                    if (spec.field().isPresent() && spec.isRequired() && !told) {
                        draft = draft.with(spec, sample(vendor, profile, spec));
                    }
                }
            }
            String first = members(family).get(0);
            Draft complete = completed(vendor, profile, draft.values());
            all.add(completed(Vendors.of(first.substring(0, first.indexOf(':'))), profiles.get(0), complete.values()));
        }
        return all;
    }

    private static Draft completed(Vendor vendor, ModelProfile profile, Map<String, Object> values) {
        Draft draft = Draft.to(vendor.name(), profile);
        for (Map.Entry<String, Object> value : values.entrySet()) {
            draft = draft.with(profile.field(value.getKey()).orElseThrow(), value.getValue());
        }
        Draft wanted = draft;
        return draft.completed(
                        values.keySet(),
                        spec -> spec.field().isPresent() ? List.of(sample(vendor, profile, spec)) : List.<Object>of())
                .orElseThrow(() -> new AssertionError(wanted + ": " + wanted.translate()));
    }

    private static Object sample(Vendor vendor, ModelProfile profile, FieldSpec spec) {
        FieldSpec own = profile.field(spec.name()).orElse(spec);
        return Samples.of(own, vendor.facts().get(profile.slug()).property(own.wireName()))
                .good()
                .get(0);
    }

    private static Map<String, String> settings(Translation translation, ModelProfile profile) {
        Map<String, String> all = new LinkedHashMap<>();
        for (FieldSpec spec : profile.fields()) {
            boolean random = spec.field().equals(Optional.of(Field.SEED));
            if (spec.field().isPresent() && !random) {
                all.put(
                        spec.name(),
                        translation.reports().stream()
                                .filter(report -> report.field().equals(spec.name()))
                                .flatMap(report -> report.value().stream())
                                .findFirst()
                                .orElse("unset"));
            }
        }
        return all;
    }

    @Test
    void aNearMatchIsOfTwoModelsThatShareNoFamily_andSaysWhy() {
        for (JsonNode match : SAID.path("nearMatches")) {
            Optional<ModelProfile> one = profile(match.path("a").asText());
            Optional<ModelProfile> other = profile(match.path("b").asText());
            assertThat(one).as(match.toString()).isPresent();
            assertThat(other).as(match.toString()).isPresent();
            assertThat(one.get().family().isPresent()
                            && one.get().family().equals(other.get().family()))
                    .as(match.toString())
                    .isFalse();
            assertThat(match.path("why").asText()).isNotBlank();
        }
    }

    @Test
    void whatIsSaidOfAFamilyIsNoMorethanItsMembersCanSay() {
        families()
                .forEach(family -> family.defaults()
                        .keySet()
                        .forEach(field -> assertThat(members(family).stream()
                                        .anyMatch(member -> profile(member)
                                                .orElseThrow()
                                                .field(field.key())
                                                .isPresent()))
                                .as("%s of %s is a field of some member", field, family)
                                .isTrue()));
    }
}
