package io.videojob.journal.jdbc;

import io.videojob.ConfigurationException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

/** The URL of a PostgreSQL database. What stands in its query is never printed: it may be a password. */
final class PostgresUrl {
    static final String PREFIX = "jdbc:postgresql:";

    /** Of the driver, which the URL may say otherwise. Seconds. See https://jdbc.postgresql.org/documentation/use/ */
    private static final Map<String, String> DEFAULTS = Map.of(
            "connectTimeout", "5",
            "loginTimeout", "8",
            "socketTimeout", "30",
            "tcpKeepAlive", "true",
            "ApplicationName", "videojob");

    private static final String FORM = "write jdbc:postgresql://HOST:PORT/DATABASE?user=USER&password=PASSWORD"
            + " (the port may be left out, and so may the password, if it is in ~/.pgpass)";

    private static final Pattern PLACE = Pattern.compile("jdbc:postgresql:(//HOST(,HOST)*/)?[^/?]*"
            .replace("HOST", "(\\[[0-9a-fA-F:.]+]|[^\\[\\]/,:]+)(:\\d{1,5})?"));

    private final String url;
    private final String place;

    PostgresUrl(String url) {
        int query = url.indexOf('?');
        this.url = url;
        this.place = query < 0 ? url : url.substring(0, query);
        if (place.indexOf('@') >= 0) {
            throw new ConfigurationException("in the PostgreSQL URL the user and the password stand in the wrong place,"
                    + " before the host; " + FORM);
        }
        if (!PLACE.matcher(place).matches()) { // the driver would log all of it, with the password
            throw new ConfigurationException("\"" + place + "\" names no PostgreSQL database; " + FORM);
        }
    }

    String url() {
        return url;
    }

    /** Its parameters, where the URL says nothing else. */
    static Properties defaults() {
        Properties defaults = new Properties();
        defaults.putAll(DEFAULTS);
        return defaults;
    }

    /** A connection of no pool. */
    Connection connect() throws SQLException {
        try {
            DriverManager.getDriver(place);
        } catch (SQLException e) {
            throw new ConfigurationException(
                    "PostgreSQL's driver is not on the class path; add org.postgresql:postgresql");
        }
        return DriverManager.getConnection(url, defaults());
    }

    /** Where the database is, without the query. */
    @Override
    public String toString() {
        return place;
    }
}
