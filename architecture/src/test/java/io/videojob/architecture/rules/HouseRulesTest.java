package io.videojob.architecture.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.architecture.Fixture;
import io.videojob.architecture.House;
import io.videojob.architecture.HouseRule;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HouseRulesTest {

    static Stream<Named<HouseRule>> rules() {
        return Stream.of(
                        new CoreSeesNoFrameworks(),
                        new AdaptersKnowCoreAndHttp(),
                        new NoVendorWords(),
                        new CleanSignatures(),
                        new InternalStaysInside(),
                        new NoPackageCycles(),
                        new TimeFromOutside(),
                        new NoEnqueue(),
                        new NullMarkedEverywhere(),
                        new SmallAdapters())
                .map(rule -> Named.of(rule.says(), rule));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void isKept(HouseRule rule) {
        assertThat(rule.breaches(House.built())).as(rule.says()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void isReportedWhereAFixtureBreaksIt(HouseRule rule, @TempDir Path target) {
        Fixture fixture = Fixture.named(rule.getClass().getSimpleName());

        List<String> breaches = rule.breaches(fixture.build(target));

        List<String> marks = fixture.marks();
        assertThat(marks).isNotEmpty();
        assertThat(marks.stream().filter(mark -> breaches.stream().noneMatch(breach -> breach.contains(mark))))
                .as("marks that nothing reports, of %s", breaches)
                .isEmpty();
        assertThat(breaches.stream().filter(breach -> marks.stream().noneMatch(breach::contains)))
                .as("reports that no mark asks for")
                .isEmpty();
    }
}
