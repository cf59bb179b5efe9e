package io.videojob.architecture.rules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import io.videojob.architecture.House;
import io.videojob.architecture.HouseRule;
import java.util.List;

/** Holds for the internals of libraries too: they are of another module by nature. */
public final class InternalStaysInside implements HouseRule {

    private static final DescribedPredicate<JavaClass> INTERNAL = resideInAPackage("..internal..");

    @Override
    public String says() {
        return "..internal.. packages are used from their own module only";
    }

    @Override
    public List<String> breaches(House house) {
        return house.classes().stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> INTERNAL.test(dependency.getTargetClass().getBaseComponentType()))
                .filter(dependency ->
                        !house.roomOf(dependency.getTargetClass()).equals(house.roomOf(dependency.getOriginClass())))
                .map(Dependency::getDescription)
                .toList();
    }
}
