package io.videojob.journal.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** JDBC in one line a statement. */
final class Sql {

    /** Reads the row that a result stands at. */
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private Sql() {}

    static <T> List<T> rows(Connection connection, Reader<T> reader, String sql, @Nullable Object... values)
            throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, values);
                ResultSet result = statement.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(reader.read(result));
            }
            return rows;
        }
    }

    static <T> Optional<T> first(Connection connection, Reader<T> reader, String sql, @Nullable Object... values)
            throws SQLException {
        return rows(connection, reader, sql, values).stream().findFirst();
    }

    /** The number in the first column of the only row; 0 for null. */
    static long number(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        return first(connection, row -> row.getLong(1), sql, values).orElse(0L);
    }

    /** Returns how many rows it changed. */
    static int change(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    /** The same statement for each row, in one go. */
    static int[] changeAll(Connection connection, String sql, List<? extends @Nullable Object[]> rows)
            throws SQLException {
        if (rows.size() <= 1) {
            return rows.isEmpty() ? new int[0] : new int[] {change(connection, sql, rows.get(0))};
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (@Nullable Object[] row : rows) {
                set(statement, row);
                statement.addBatch();
            }
            return statement.executeBatch();
        }
    }

    /** The same statement for each row; which was the first that changed nothing, -1 if each changed something. */
    static int firstUnchanged(Connection connection, String sql, List<? extends @Nullable Object[]> rows)
            throws SQLException {
        int[] changed = changeAll(connection, sql, rows);
        for (int i = 0; i < changed.length; i++) {
            if (changed[i] == Statement.SUCCESS_NO_INFO) {
                throw new SQLException("the driver does not tell what a batch did; leave reWriteBatchedInserts off");
            }
            if (changed[i] == 0) {
                return i;
            }
        }
        return -1;
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            set(statement, values);
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    private static void set(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
