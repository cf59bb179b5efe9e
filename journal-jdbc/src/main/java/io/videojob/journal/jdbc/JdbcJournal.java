package io.videojob.journal.jdbc;

import static java.util.Objects.requireNonNull;

import io.videojob.JobFilter;
import io.videojob.JobId;
import io.videojob.VendorRef;
import io.videojob.spi.Admission;
import io.videojob.spi.AdmissionLimits;
import io.videojob.spi.JobJournal;
import io.videojob.spi.ProviderMoney;
import io.videojob.spi.StoredJob;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * A journal in a database. What it has written survives the end of the process and a power cut, and any number of
 * processes may work on the same one: on one machine over SQLite, on many over PostgreSQL.
 *
 * <p>With SQLite, jobs are in a file of their own, on a local disk, readable by its owner only: what the jobs ask for stands
 * in it as it is. Beside the file there are two more while it is in use, {@code -wal} and {@code -shm}; whoever copies the
 * file of a running program leaves out the newest jobs. With PostgreSQL they are in tables whose names begin with
 * {@code videojob_}, which may stand beside those of other programs.
 *
 * <p>Times are kept to the microsecond. Text is kept as UTF-8: half of a surrogate pair becomes a question mark.
 *
 * <pre>{@code
 * VideoJobs jobs = VideoJobs.builder().journal(JdbcJournal.sqlite(Path.of("jobs.db"))).build();
 * }</pre>
 */
public final class JdbcJournal implements JobJournal {
    private final Database database;

    JdbcJournal(Database database) {
        this.database = database;
    }

    /**
     * Opens the journal at a JDBC URL: {@code jdbc:sqlite:FILE}, as {@link #sqlite(Path)} does, or
     * {@code jdbc:postgresql://HOST:PORT/DATABASE}, with the user and the password in its query
     * ({@code ?user=…&password=…}), or the password in {@code ~/.pgpass}; any parameter of the driver's may follow, such as
     * {@code sslmode=verify-full} or {@code currentSchema=jobs}. Tables that are missing, or of an older version, are made.
     *
     * @throws io.videojob.ConfigurationException if it is another URL
     * @throws io.videojob.JournalException if the journal can't be opened, read and written
     */
    public static JdbcJournal open(String jdbcUrl) {
        return new JdbcJournal(JdbcUrls.open(requireNonNull(jdbcUrl, "jdbcUrl")));
    }

    /**
     * Opens the journal in a SQLite file, makes it if there is none, and brings one that an older version made up to
     * date. The folder must exist.
     *
     * @throws io.videojob.ConfigurationException if the name can't be one of a SQLite file
     * @throws io.videojob.JournalException if the file can't be opened, read and written
     */
    public static JdbcJournal sqlite(Path file) {
        return new JdbcJournal(SqliteDatabase.open(requireNonNull(file, "file")));
    }

    /**
     * Keeps the journal in a PostgreSQL database, and makes tables that are missing, or of an older version. The pool stays
     * the caller's, who closes it after this. Its connections must be ones that begin with READ COMMITTED, and should have
     * timeouts: those of {@link #open} are in docs/operations.md.
     *
     * @throws io.videojob.JournalException if the database can't be reached, read and written
     */
    public static JdbcJournal postgresql(DataSource connections) {
        return new JdbcJournal(PostgresDatabase.over(requireNonNull(connections, "connections")));
    }

    /** The pool of connections of a journal in PostgreSQL; closed with it, if {@link #open} made it. Empty for SQLite. */
    public Optional<DataSource> dataSource() {
        return database.dataSource();
    }

    @Override
    public boolean durable() {
        return true;
    }

    @Override
    public void insert(List<StoredJob> jobs) {
        database.write(connection -> {
            for (StoredJob job : jobs) {
                JobWrites.insert(connection, job);
            }
            return true;
        });
    }

    @Override
    public Optional<StoredJob> find(JobId id) {
        return database.read(connection -> JobRows.find(connection, id));
    }

    @Override
    public Optional<StoredJob> findByReference(VendorRef reference) {
        return database.read(connection -> JobRows.findByReference(connection, reference));
    }

    @Override
    public boolean replace(StoredJob job) {
        try {
            return database.write(connection -> {
                if (!JobWrites.replace(connection, job)) {
                    throw new NotReplacedException();
                }
                return true;
            });
        } catch (NotReplacedException e) {
            return false;
        }
    }

    @Override
    public List<StoredJob> due(Instant now, int limit) {
        return database.read(connection -> JobRows.due(connection, now, limit));
    }

    @Override
    public Optional<Instant> nextWake() {
        return database.read(JobRows::nextWake);
    }

    @Override
    public List<StoredJob> list(JobFilter filter) {
        return database.read(connection -> JobRows.list(connection, filter));
    }

    @Override
    public Set<String> waitingFor() {
        return database.read(JobRows::waitingFor);
    }

    @Override
    public Admission admit(String provider, AdmissionLimits limits, Instant now) {
        return database.write(connection -> new Admitting(database, connection, provider, limits, now).admit());
    }

    @Override
    public void answered(String provider, JobId job, Instant at) {
        database.write(connection -> {
            Sends.answered(connection, provider, job, at);
            return true;
        });
    }

    @Override
    public void neverLeft(String provider, JobId job) {
        database.write(connection -> {
            Sends.neverLeft(connection, provider, job);
            return true;
        });
    }

    @Override
    public List<ProviderMoney> money(Instant after) {
        return database.read(connection -> Money.byProvider(connection, after));
    }

    @Override
    public void close() {
        database.close();
    }

    /** Where it is. */
    @Override
    public String toString() {
        return "JdbcJournal[" + database + "]";
    }

    /** Undoes what a replacement had begun. */
    private static final class NotReplacedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotReplacedException() {
            super(null, null, false, false);
        }
    }
}
