package io.videojob.architecture.api;

import static java.util.stream.Collectors.joining;

import com.tngtech.archunit.core.domain.JavaClass;
import io.videojob.architecture.House;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What a program can name of one module: its public types outside {@code ..internal..}, sorted by name. */
public record PublicApi(List<ApiType> types) {

    public static PublicApi of(House house, String room) {
        ClassLoader loader = house.loader();
        return new PublicApi(house.classesIn(room::equals)
                .map(JavaClass::getName)
                .sorted()
                .map(name -> load(loader, name))
                .filter(PublicApi::isExported)
                .map(PublicApi::describe)
                .toList());
    }

    /** One line a type, its members indented below it. Empty when there is no type. */
    public String text() {
        return types.stream()
                .map(type -> type.signatures().map(Signature::text).collect(joining("\n    ", "", "\n")))
                .collect(joining("\n"));
    }

    private static Class<?> load(ClassLoader loader, String name) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isExported(Class<?> type) {
        return !Arrays.asList(type.getPackageName().split("\\.", -1)).contains("internal")
                && !type.isAnonymousClass()
                && !type.isLocalClass()
                && isVisible(type.getModifiers(), type.getEnclosingClass())
                && (type.getEnclosingClass() == null || isExported(type.getEnclosingClass()));
    }

    /** What is protected can be named by a subclass, so by nobody in a final class. */
    private static boolean isVisible(int modifiers, Class<?> owner) {
        return Modifier.isPublic(modifiers)
                || (Modifier.isProtected(modifiers) && owner != null && !Modifier.isFinal(owner.getModifiers()));
    }

    private static ApiType describe(Class<?> type) {
        List<Member> members = new ArrayList<>(Arrays.asList(type.getDeclaredConstructors()));
        addMembers(type, members);
        return new ApiType(
                type.getName(),
                SignatureWriter.head(type),
                members.stream()
                        .filter(member -> !member.isSynthetic() && isVisible(member.getModifiers(), type))
                        .map(SignatureWriter::member)
                        .distinct()
                        .sorted(Comparator.comparing(Signature::text))
                        .toList());
    }

    /** With those of supertypes that can't be named: their public members are seen as this type's own. */
    private static void addMembers(Class<?> type, List<Member> members) {
        members.addAll(Arrays.asList(type.getDeclaredMethods()));
        members.addAll(Arrays.asList(type.getDeclaredFields()));
        Stream.concat(Stream.ofNullable(type.getSuperclass()), Stream.of(type.getInterfaces()))
                .filter(supertype -> !supertype.getModule().isNamed() && !isExported(supertype))
                .forEach(supertype -> addMembers(supertype, members));
    }
}
