package io.videojob.models.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.models.acceptance.Vendors.Vendor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each model of the facts, through the real translation and back into a validator that reads the facts alone. */
class AcceptanceTest {
    static Stream<Vendor> vendors() {
        return Vendors.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void eachModelOfTheFactsHasAProfileAndNoOther(Vendor vendor) {
        assertThat(vendor.profiles().keySet())
                .containsExactlyInAnyOrderElementsOf(vendor.facts().keySet());
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void whatFitsPassesTheFacts_andWhatDoesNotIsRefusedWithItsFieldNamed(Vendor vendor) {
        List<String> problems = new ArrayList<>();
        Counts counts = new Counts();
        vendor.profiles()
                .forEach((slug, profile) -> problems.addAll(Checks.problems(
                        vendor.name(), profile, vendor.facts().get(slug), vendor.deviations(), counts)));
        System.out.println(vendor.name() + ": " + vendor.profiles().size() + " models, " + counts.required
                + " least requests, " + counts.full + " full ones, " + counts.values + " values one by one, "
                + counts.refused + " refused, " + counts.pairs + " pairs that rules speak of");
        assertThat(problems).isEmpty();
    }

    @Test
    void theFactsAreThoseOfAllModels() {
        assertThat(Vendors.of("aimlapi").facts()).hasSize(141 + 1);
        assertThat(Vendors.of("eachlabs").facts()).hasSize(192 + 1);
    }
}
