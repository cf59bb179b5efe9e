package io.videojob.architecture.rules;

import io.videojob.architecture.House;
import io.videojob.architecture.HouseRule;
import java.util.List;
import java.util.Set;

public final class AdaptersKnowCoreAndHttp implements HouseRule {

    private static final Set<String> KNOWN = Set.of("core", "http");

    @Override
    public String says() {
        return "adapters know core and http; never each other";
    }

    @Override
    public List<String> breaches(House house) {
        return house.rooms(room -> room.startsWith("provider-"))
                .flatMap(room -> breaches(house, room.name()).stream())
                .toList();
    }

    private static List<String> breaches(House house, String adapter) {
        return house.classesIn(adapter::equals)
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> house.roomOf(dependency.getTargetClass())
                        .filter(room -> !room.equals(adapter) && !KNOWN.contains(room))
                        .isPresent())
                .map(dependency -> adapter + ": " + dependency.getDescription())
                .toList();
    }
}
