package io.videojob.cluster;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** Counts the statements that go to a database, by what each begins with and the table that it names first. */
final class CountedDataSource {
    private static final Pattern WHAT =
            Pattern.compile("^\\s*(?:WITH locked_executions as \\()?(\\w+).*?videojob_(\\w+)", Pattern.DOTALL);

    private final Map<String, Integer> counts = new TreeMap<>();

    /** The same connections, counted. */
    DataSource of(DataSource real) {
        return proxy(
                DataSource.class,
                real,
                "getConnection",
                (connection, none) -> proxy(
                        Connection.class,
                        connection,
                        "prepareStatement",
                        (statement, values) ->
                                proxy(PreparedStatement.class, statement, "execute", (result, nothing) -> {
                                    note((String) values[0]);
                                    return result;
                                })));
    }

    synchronized Map<String, Integer> counts() {
        return new TreeMap<>(counts);
    }

    private synchronized void note(String sql) {
        Matcher matcher = WHAT.matcher(sql);
        boolean polls = sql.contains("locked_executions");
        String name = matcher.find() ? matcher.group(1).toUpperCase(Locale.ROOT) + " " + matcher.group(2) : sql;
        counts.merge(polls ? "poll" : name, 1, Integer::sum);
    }

    private interface Afterwards {
        Object of(Object result, Object[] values);
    }

    private static <T> T proxy(Class<T> type, Object real, String method, Afterwards afterwards) {
        InvocationHandler handler = (proxy, called, values) -> {
            try {
                Object result = called.invoke(real, values);
                return called.getName().startsWith(method) ? afterwards.of(result, values) : result;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
