package io.videojob.architecture.rules;

import io.videojob.architecture.House;
import io.videojob.architecture.HouseRule;
import io.videojob.architecture.api.PublicApi;
import io.videojob.architecture.api.Signature;
import java.util.Arrays;
import java.util.List;

public final class CleanSignatures implements HouseRule {

    @Override
    public String says() {
        return "public signatures of core and the adapters name only JDK, io.videojob and JSpecify types, and no internal ones";
    }

    @Override
    public List<String> breaches(House house) {
        return house.rooms(room -> room.equals("core") || room.startsWith("provider-"))
                .flatMap(room -> PublicApi.of(house, room.name()).types().stream())
                .flatMap(type -> type.signatures()
                        .flatMap(signature -> foreign(signature).stream()
                                .map(name -> type.name() + ": " + signature.text() + " names " + name)))
                .toList();
    }

    private static List<String> foreign(Signature signature) {
        return signature.types().stream()
                .filter(type -> !isOurs(type) && !isOfTheJdk(type))
                .map(Class::getName)
                .sorted()
                .toList();
    }

    private static boolean isOurs(Class<?> type) {
        List<String> packages = Arrays.asList(type.getPackageName().split("\\.", -1));
        return type.getPackageName().equals("org.jspecify.annotations")
                || (type.getName().startsWith("io.videojob.") && !packages.contains("internal"));
    }

    /** Classes of the class path are of a module without a name. */
    private static boolean isOfTheJdk(Class<?> type) {
        return type.getModule().isNamed();
    }
}
