package io.videojob.architecture.rules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.videojob.architecture.House;
import io.videojob.architecture.HouseRule;
import java.util.List;
import java.util.stream.Stream;

public final class CoreSeesNoFrameworks implements HouseRule {

    private static final DescribedPredicate<JavaClass> FRAMEWORK = resideInAnyPackage(
            "retrofit2..", "okhttp3..", "kotlin..", "kotlinx..", "java.sql..", "javax.sql..", "org.springframework..");
    private static final DescribedPredicate<JavaClass> JSON_LIBRARY =
            resideInAnyPackage("com.squareup.moshi..", "okio..");
    private static final DescribedPredicate<JavaClass> JSON_ROOM = resideInAPackage("io.videojob.internal.json..");

    @Override
    public String says() {
        return "core sees no Retrofit, OkHttp, Kotlin, JDBC or Spring, and Moshi in internal.json only, never in a signature";
    }

    @Override
    public List<String> breaches(House house) {
        return house.classesIn("core"::equals)
                .flatMap(type -> Stream.concat(dependencies(type), signatures(type)))
                .toList();
    }

    private static Stream<String> dependencies(JavaClass type) {
        DescribedPredicate<JavaClass> unseen = JSON_ROOM.test(type) ? FRAMEWORK : FRAMEWORK.or(JSON_LIBRARY);
        return type.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> unseen.test(dependency.getTargetClass().getBaseComponentType()))
                .map(Dependency::getDescription);
    }

    /** What the rest of core could only call by naming a type of the JSON library. */
    private static Stream<String> signatures(JavaClass type) {
        if (!JSON_ROOM.test(type) || !type.getModifiers().contains(JavaModifier.PUBLIC)) {
            return Stream.of();
        }
        return type.getMembers().stream()
                .filter(CoreSeesNoFrameworks::isPublic)
                .filter(member -> member.getAllInvolvedRawTypes().stream().anyMatch(JSON_LIBRARY))
                .map(member -> member.getDescription() + " has a type of the JSON library in its signature");
    }

    private static boolean isPublic(JavaMember member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED);
    }
}
