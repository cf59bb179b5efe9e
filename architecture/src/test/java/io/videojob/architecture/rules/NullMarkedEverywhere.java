package io.videojob.architecture.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import io.videojob.architecture.House;
import io.videojob.architecture.HouseRule;
import java.util.List;

public final class NullMarkedEverywhere implements HouseRule {

    @Override
    public String says() {
        return "every package has a package-info with @NullMarked";
    }

    @Override
    public List<String> breaches(House house) {
        return house.classes().stream()
                .map(JavaClass::getPackageName)
                .distinct()
                .filter(name ->
                        !house.classes().getPackage(name).isAnnotatedWith("org.jspecify.annotations.NullMarked"))
                .map(name -> "package " + name + " has no package-info.java with @NullMarked")
                .toList();
    }
}
