package io.videojob.models.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.models.acceptance.Vendors.Vendor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Profiles with one thing wrong, each: the checks against the facts tell, or no profile is made of it at all. */
class MutationTest {
    static Stream<Vendor> vendors() {
        return Vendors.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void noWrongMappingGetsPastTheFacts(Vendor vendor) {
        AtomicInteger told = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        List<String> unseen = new ArrayList<>();
        vendor.profiles().forEach((slug, profile) -> {
            Mutants mutants = Mutants.of(profile);
            refused.addAndGet(mutants.refused());
            for (Map.Entry<String, io.videojob.catalog.ModelProfile> mutant :
                    mutants.all().entrySet()) {
                Facts facts = vendor.facts().get(slug);
                if (Checks.tell(vendor.name(), mutant.getValue(), facts, vendor.deviations(), mutant.getKey())) {
                    told.incrementAndGet();
                } else {
                    unseen.add(slug + " " + mutant.getKey());
                }
            }
        });
        System.out.println(vendor.name() + ": " + (told.get() + refused.get() + unseen.size()) + " mutants, " + refused
                + " contradict themselves, " + told + " told by the facts, " + unseen.size() + " unseen");
        assertThat(unseen).isEmpty();
    }
}
