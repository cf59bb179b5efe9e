package io.videojob.journal.jdbc;

import java.sql.SQLException;
import org.junit.jupiter.api.Tag;

/** On one database, whose tables one of them makes. */
@Tag("slow")
class PostgresTwoProcessesTest extends TwoProcessesContract {
    @Override
    protected String url() throws SQLException {
        return TestPostgres.shared().newDatabase();
    }
}
