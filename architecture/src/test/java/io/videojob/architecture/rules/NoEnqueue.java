package io.videojob.architecture.rules;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import io.videojob.architecture.House;
import io.videojob.architecture.HouseRule;
import java.util.List;
import java.util.stream.Stream;

/** OkHttp's dispatcher keeps a JVM alive for a minute and lets 5 calls a host through. */
public final class NoEnqueue implements HouseRule {

    @Override
    public String says() {
        return "OkHttp's dispatcher is not used: no Call.enqueue, and a Retrofit interface returns Call";
    }

    @Override
    public List<String> breaches(House house) {
        return house.classes().stream()
                .flatMap(type -> Stream.concat(enqueues(type), otherReturns(type)))
                .toList();
    }

    private static Stream<String> enqueues(JavaClass type) {
        return type.getAccessesFromSelf().stream()
                .filter(access -> access.getTarget().getName().equals("enqueue"))
                .filter(access -> access.getTargetOwner().isAssignableTo("okhttp3.Call")
                        || access.getTargetOwner().isAssignableTo("retrofit2.Call"))
                .map(JavaAccess::getDescription);
    }

    /** Retrofit enqueues by itself when the method returns anything but a call, a future for one. */
    private static Stream<String> otherReturns(JavaClass type) {
        return type.getMethods().stream()
                .filter(method -> method.getAnnotations().stream()
                        .anyMatch(annotation ->
                                annotation.getRawType().getPackageName().equals("retrofit2.http")))
                .filter(method -> !returnsCall(method))
                .map(method -> method.getDescription() + " does not return a Call");
    }

    private static boolean returnsCall(JavaMethod method) {
        return method.getRawReturnType().getName().equals("retrofit2.Call");
    }
}
