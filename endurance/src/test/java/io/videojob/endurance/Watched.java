package io.videojob.endurance;

import io.videojob.spi.JobJournal;
import io.videojob.spi.VideoProvider;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;

/** A journal, or a provider, each of whose writes, or exchanges, is a point before and a point after. */
final class Watched {
    /** The others only read. */
    private static final Set<String> WRITES = Set.of("insert", "replace", "admit", "answered", "neverLeft", "prune");
    /** The others stay in the process. */
    private static final Set<String> EXCHANGES = Set.of("submit", "fetch", "locate", "cancel");

    private Watched() {}

    static JobJournal journal(JobJournal journal, Points points) {
        return watched(JobJournal.class, journal, WRITES, points);
    }

    static VideoProvider provider(VideoProvider provider, Points points) {
        return watched(VideoProvider.class, provider, EXCHANGES, points);
    }

    private static <T> T watched(Class<T> type, T real, Set<String> names, Points points) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, values) -> {
                    if (!names.contains(method.getName())) {
                        return call(real, method, values);
                    }
                    points.reach("before " + method.getName());
                    Object result = call(real, method, values);
                    points.reach("after " + method.getName());
                    return result;
                }));
    }

    private static Object call(Object real, Method method, Object[] values) throws Throwable {
        try {
            return method.invoke(real, values);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
