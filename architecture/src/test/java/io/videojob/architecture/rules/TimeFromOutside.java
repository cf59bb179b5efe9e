package io.videojob.architecture.rules;

import static java.util.stream.Collectors.toCollection;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import io.videojob.architecture.House;
import io.videojob.architecture.HouseRule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A program that hands in a manual {@code Timing} must govern all of the library, or its tests depend on speed. */
public final class TimeFromOutside implements HouseRule {

    private static final String TIMING = "io.videojob.Timing";

    /** The sandbox and the contract's vendor are the world outside; the command and the examples are programs of their own. */
    private static final Set<String> EXEMPT = Set.of("sandbox", "testkit", "cli", "examples");

    /** Heartbeats of a machine that may be paused or cut off are db-scheduler's, which can't be handed a timer of ours. */
    private static final String HEARTBEATS = "io.videojob.cluster.Timetable";

    @Override
    public String says() {
        return "the clock, waiting and randomness come in through Timing, which has one implementation";
    }

    @Override
    public List<String> breaches(House house) {
        List<JavaCodeUnitAccess<?>> asking = house.classesIn(room -> !EXEMPT.contains(room))
                .<JavaCodeUnitAccess<?>>flatMap(type -> type.getCodeUnitAccessesFromSelf().stream())
                .filter(access -> SystemCalls.isOne(access.getTarget()))
                .filter(access -> !isForHeartbeats(access))
                .toList();
        Stream<String> outsiders = asking.stream()
                .filter(access -> timingAround(access.getOriginOwner()).isEmpty())
                .map(JavaCodeUnitAccess::getDescription);
        return Stream.concat(outsiders, secondTiming(asking)).toList();
    }

    private static boolean isForHeartbeats(JavaCodeUnitAccess<?> access) {
        return access.getOriginOwner().getName().equals(HEARTBEATS)
                && access.getTarget().getName().equals("newScheduledThreadPool");
    }

    private static Stream<String> secondTiming(List<JavaCodeUnitAccess<?>> asking) {
        Set<String> timings = asking.stream()
                .flatMap(access -> timingAround(access.getOriginOwner()).stream())
                .map(JavaClass::getName)
                .collect(toCollection(TreeSet::new));
        return timings.size() < 2 ? Stream.of() : Stream.of("more than one Timing asks the system: " + timings);
    }

    /** The outermost implementation that the class is part of. */
    private static Optional<JavaClass> timingAround(JavaClass type) {
        Optional<JavaClass> outer = type.getEnclosingClass().flatMap(TimeFromOutside::timingAround);
        return outer.isPresent() ? outer : Optional.of(type).filter(self -> self.isAssignableTo(TIMING));
    }
}
