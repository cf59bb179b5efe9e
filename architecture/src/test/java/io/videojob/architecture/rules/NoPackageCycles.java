package io.videojob.architecture.rules;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.videojob.architecture.House;
import io.videojob.architecture.HouseRule;
import java.util.List;

public final class NoPackageCycles implements HouseRule {

    @Override
    public String says() {
        return "no package cycles, counting each exact package as one";
    }

    @Override
    public List<String> breaches(House house) {
        return slices()
                .assignedFrom(new ExactPackage())
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .evaluate(house.classes())
                .getFailureReport()
                .getDetails()
                .stream()
                .map(cycle -> cycle.replaceAll(" -> \\R\\s+", " -> "))
                .toList();
    }

    private static final class ExactPackage implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "exact packages";
        }
    }
}
