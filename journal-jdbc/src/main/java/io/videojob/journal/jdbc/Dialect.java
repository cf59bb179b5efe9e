package io.videojob.journal.jdbc;

/** What migrations have to know of a database system. */
enum Dialect {
    SQLITE("sqlite", """
            SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = ?""", """
            SELECT count(*) FROM sqlite_schema WHERE type = 'table'"""),
    /** Its tables may stand beside those of other programs. */
    POSTGRESQL("postgresql", "SELECT count(*) FROM pg_class WHERE oid = to_regclass(CAST(? AS text))", "SELECT 0");

    private static final String FOLDER = "io/videojob/journal/jdbc/migration/";

    private final String name;
    private final String tablesOfName;
    private final String strangeTables;

    Dialect(String name, String tablesOfName, String strangeTables) {
        this.name = name;
        this.tablesOfName = tablesOfName;
        this.strangeTables = strangeTables;
    }

    /** Where the migrations are, on the class path. */
    String migrations() {
        return FOLDER + name;
    }

    /** A query for the number of tables of a name: 1 or 0. */
    String tablesOfName() {
        return tablesOfName;
    }

    /** A query for the number of tables that tell, where there is no journal yet, that it is no place for one. */
    String strangeTables() {
        return strangeTables;
    }
}
