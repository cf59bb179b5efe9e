package io.videojob.architecture.api;

import static java.util.stream.Collectors.joining;

import java.lang.annotation.Annotation;
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedTypeVariable;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericDeclaration;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Stream;

/** Writes one line, and collects the types that it names on the way. Members begin with their name, to sort by it. */
final class SignatureWriter {

    private static final int SHOWN = Modifier.STATIC | Modifier.FINAL | Modifier.ABSTRACT | Modifier.PROTECTED;

    private static final Set<String> UNSAID = Set.of("java.lang", "org.jspecify.annotations");

    private final Set<Class<?>> types = new LinkedHashSet<>();

    private SignatureWriter() {}

    static Signature head(Class<?> type) {
        SignatureWriter writer = new SignatureWriter();
        return new Signature(writer.headOf(type), writer.types);
    }

    static Signature member(Member member) {
        SignatureWriter writer = new SignatureWriter();
        String text = member instanceof Field field ? writer.field(field) : writer.executable((Executable) member);
        return new Signature(text, writer.types);
    }

    private String headOf(Class<?> type) {
        StringJoiner head = new StringJoiner(" ");
        declared(type).forEach(head::add);
        modifiers(type.getModifiers() & ~implied(type)).forEach(head::add);
        if (type.isSealed() && !type.isEnum()) {
            head.add("sealed");
        }
        head.add(kind(type)).add(type.getCanonicalName() + typeParameters(type));
        AnnotatedType superclass = type.getAnnotatedSuperclass();
        if (superclass != null
                && !Set.of(Object.class, Record.class).contains(superclass.getType())
                && !type.isEnum()) {
            head.add("extends").add(of(superclass));
        }
        if (type.getAnnotatedInterfaces().length > 0 && !type.isAnnotation()) {
            head.add(type.isInterface() ? "extends" : "implements").add(list(type.getAnnotatedInterfaces(), ", "));
        }
        return head.toString();
    }

    private static int implied(Class<?> type) {
        if (type.isInterface()) {
            return Modifier.ABSTRACT | Modifier.STATIC;
        }
        return type.isEnum() || type.isRecord() ? Modifier.FINAL | Modifier.STATIC : 0;
    }

    private static String kind(Class<?> type) {
        if (type.isAnnotation()) {
            return "@interface";
        }
        return type.isInterface() ? "interface" : type.isEnum() ? "enum" : type.isRecord() ? "record" : "class";
    }

    private String field(Field field) {
        return line(field, field.getName() + ": " + of(field.getAnnotatedType()), field.getModifiers());
    }

    private String executable(Executable executable) {
        Stream<String> parameters = Stream.of(executable.getParameters()).map(this::parameter);
        String name = executable instanceof Constructor<?> ? "new" : executable.getName();
        String text = name + typeParameters(executable) + parameters.collect(joining(", ", "(", ")"));
        if (executable instanceof Method method) {
            text += ": " + of(method.getAnnotatedReturnType());
        }
        if (executable.getAnnotatedExceptionTypes().length > 0) {
            text += " throws " + list(executable.getAnnotatedExceptionTypes(), ", ");
        }
        if (executable instanceof Method method && method.isDefault()) {
            text += " default";
        }
        return line(executable, text, executable.getModifiers());
    }

    private String parameter(Parameter parameter) {
        StringJoiner text = new StringJoiner(" ");
        declared(parameter).forEach(text::add);
        String type = of(parameter.getAnnotatedType());
        return text.add(parameter.isVarArgs() ? type.replaceFirst("\\[]$", "...") : type)
                .toString();
    }

    private String line(AnnotatedElement member, String text, int modifiers) {
        StringJoiner line = new StringJoiner(" ").add(text);
        modifiers(modifiers).forEach(line::add);
        declared(member).forEach(line::add);
        return line.toString();
    }

    private static List<String> modifiers(int modifiers) {
        String shown = Modifier.toString(modifiers & SHOWN);
        return shown.isEmpty() ? List.of() : List.of(shown.split(" ", -1));
    }

    private String typeParameters(GenericDeclaration declaration) {
        return declaration.getTypeParameters().length == 0
                ? ""
                : Stream.of(declaration.getTypeParameters())
                        .map(parameter -> parameter.getName() + bounds(parameter))
                        .collect(joining(", ", "<", ">"));
    }

    private String bounds(TypeVariable<?> parameter) {
        AnnotatedType[] bounds = parameter.getAnnotatedBounds();
        return isObject(bounds) ? "" : " extends " + list(bounds, " & ");
    }

    private String list(AnnotatedType[] all, String separator) {
        return Stream.of(all).map(this::of).collect(joining(separator));
    }

    private String of(AnnotatedType type) {
        String annotations = Stream.of(type.getAnnotations())
                .map(annotation -> name(annotation) + " ")
                .collect(joining());
        if (type instanceof AnnotatedArrayType array) {
            String component = of(array.getAnnotatedGenericComponentType());
            return component + (annotations.isEmpty() ? "" : " " + annotations) + "[]";
        }
        if (type instanceof AnnotatedParameterizedType parameterized) {
            Class<?> raw = (Class<?>) ((ParameterizedType) type.getType()).getRawType();
            return annotations + name(raw) + "<" + list(parameterized.getAnnotatedActualTypeArguments(), ", ") + ">";
        }
        if (type instanceof AnnotatedWildcardType wildcard) {
            return annotations + "?" + bounds(wildcard);
        }
        if (type instanceof AnnotatedTypeVariable) {
            return annotations + type.getType().getTypeName();
        }
        return annotations + name((Class<?>) type.getType());
    }

    private String bounds(AnnotatedWildcardType wildcard) {
        if (wildcard.getAnnotatedLowerBounds().length > 0) {
            return " super " + list(wildcard.getAnnotatedLowerBounds(), " & ");
        }
        AnnotatedType[] upper = wildcard.getAnnotatedUpperBounds();
        return isObject(upper) ? "" : " extends " + list(upper, " & ");
    }

    private static boolean isObject(AnnotatedType[] bounds) {
        return bounds.length == 1 && bounds[0].getType() == Object.class && bounds[0].getAnnotations().length == 0;
    }

    /** Annotations of a declaration. Those of the type it declares are written with the type. */
    private List<String> declared(AnnotatedElement element) {
        List<String> names = new ArrayList<>();
        for (Annotation annotation : element.getAnnotations()) {
            Target target = annotation.annotationType().getAnnotation(Target.class);
            if (target == null || !List.of(target.value()).contains(ElementType.TYPE_USE)) {
                names.add(name(annotation));
            }
        }
        return names;
    }

    private String name(Annotation annotation) {
        return "@" + name(annotation.annotationType());
    }

    /** Without the package where every reader of Java knows it. */
    private String name(Class<?> type) {
        types.add(type);
        String prefix = type.getPackageName() + ".";
        String name = type.getCanonicalName();
        return UNSAID.contains(type.getPackageName()) && name.startsWith(prefix)
                ? name.substring(prefix.length())
                : name;
    }
}
