package io.videojob.journal.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** Notes each statement that goes to a database, and each commit: over a network, each is one way there and back. */
final class CountedDatabase implements Database {
    private static final Pattern WHAT = Pattern.compile("^\\s*(\\w+).*?(videojob_\\w+)(.*FOR UPDATE)?", Pattern.DOTALL);

    private final Database real;
    private final List<String> statements = new ArrayList<>();

    CountedDatabase(Database real) {
        this.real = real;
    }

    /** Those since the last call, in order, in short. */
    synchronized List<String> take() {
        List<String> taken = List.copyOf(statements);
        statements.clear();
        return taken;
    }

    private synchronized void note(String statement) {
        statements.add(statement);
    }

    private static String inShort(String sql) {
        Matcher matcher = WHAT.matcher(sql);
        return matcher.find()
                ? (matcher.group(3) == null ? matcher.group(1) : "LOCK") + " "
                        + matcher.group(2).substring("videojob_".length())
                : sql;
    }

    @Override
    public <T> T read(Work<T> work) {
        return real.read(connection -> work.on(counted(connection)));
    }

    @Override
    public <T> T once(Work<T> work) {
        return real.once(connection -> work.on(counted(connection)));
    }

    @Override
    public <T> T write(Work<T> work) {
        T result;
        try {
            result = real.write(connection -> work.on(counted(connection)));
        } catch (RuntimeException e) {
            note("ROLLBACK");
            throw e;
        }
        note("COMMIT");
        return result;
    }

    private Connection counted(Connection connection) {
        return proxy(Connection.class, connection, "prepareStatement", (result, values) -> {
            String sql = inShort((String) values[0]);
            return proxy(PreparedStatement.class, result, "execute", (done, none) -> {
                note(sql);
                return done;
            });
        });
    }

    private interface Afterwards {
        Object of(Object result, Object[] values);
    }

    private static <T> T proxy(Class<T> type, Object real, String method, Afterwards afterwards) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, called, values) -> {
                    try {
                        Object result = called.invoke(real, values);
                        return called.getName().startsWith(method) ? afterwards.of(result, values) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    @Override
    public void hold(Connection connection, List<String> names) throws SQLException {
        real.hold(connection, names);
    }

    @Override
    public Optional<DataSource> dataSource() {
        return real.dataSource();
    }

    @Override
    public void close() {
        real.close();
    }

    @Override
    public String toString() {
        return real.toString();
    }
}
