package io.videojob.models.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.catalog.ModelProfile;
import io.videojob.models.acceptance.Vendors.Vendor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Profiles with one thing wrong, each: the checks against the facts tell, or no profile is made of it at all. */
class MutationTest {
    private static final int SAMPLE = 12;

    static Stream<Vendor> vendors() {
        return Vendors.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void noWrongMappingOfASampleGetsPastTheFacts(Vendor vendor) {
        List<ModelProfile> all = List.copyOf(vendor.profiles().values());
        List<ModelProfile> sample = new ArrayList<>();
        for (int i = 0; i < all.size(); i += SAMPLE) {
            sample.add(all.get(i));
        }
        assertThat(unseen(vendor, sample)).isEmpty();
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("vendors")
    void noWrongMappingOfAnyModelGetsPastTheFacts(Vendor vendor) {
        assertThat(unseen(vendor, List.copyOf(vendor.profiles().values()))).isEmpty();
    }

    private static List<String> unseen(Vendor vendor, List<ModelProfile> profiles) {
        int contradictory = 0;
        int told = 0;
        List<String> unseen = new ArrayList<>();
        for (ModelProfile profile : profiles) {
            Facts facts = vendor.facts().get(profile.slug());
            Mutants mutants = Mutants.of(profile, facts);
            contradictory += mutants.refused();
            for (Map.Entry<String, ModelProfile> mutant : mutants.all().entrySet()) {
                if (Checks.tell(vendor.name(), mutant.getValue(), facts, vendor.deviations(), mutant.getKey())) {
                    told++;
                } else {
                    unseen.add(profile + " " + mutant.getKey());
                }
            }
        }
        System.out.println(vendor.name() + ": " + (contradictory + told + unseen.size()) + " mutants of "
                + profiles.size() + " profiles: " + contradictory + " contradict themselves, " + told
                + " told by the facts, " + unseen.size() + " unseen");
        return unseen;
    }
}
