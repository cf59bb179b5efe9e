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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    /** Two parameters each; SQLite takes 32,766, PostgreSQL 65,535. */
    private static final int MOST_KNOWN = 8192;

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

    /** {@link #dataSource()}, for a driver. */
    @Override
    public <T> Optional<T> ground(Class<T> type) {
        return dataSource().filter(type::isInstance).map(type::cast);
    }

    @Override
    public boolean durable() {
        return true;
    }

    @Override
    public void insert(List<StoredJob> jobs) {
        Database.Work<Boolean> insert = connection -> {
            JobWrites.insert(connection, jobs);
            return true;
        };
        boolean isOneRow = jobs.size() == 1 && JobWrites.isOneRow(jobs.get(0));
        boolean unused = isOneRow ? database.once(insert) : database.write(insert);
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
        if (database.once(connection -> JobWrites.replaceRow(connection, job))) {
            return true;
        }
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
    public List<StoredJob> changed(Map<JobId, Long> known) {
        List<Map.Entry<JobId, Long>> all = List.copyOf(known.entrySet());
        List<StoredJob> changed = new ArrayList<>();
        for (int from = 0; from == 0 || from < all.size(); from += MOST_KNOWN) {
            List<Map.Entry<JobId, Long>> some = all.subList(from, Math.min(from + MOST_KNOWN, all.size()));
            changed.addAll(database.read(connection -> JobRows.changed(connection, some)));
        }
        return changed;
    }

    @Override
    public int prune(Instant endedBefore, int limit) {
        return database.write(connection -> Pruning.prune(connection, endedBefore, limit));
    }

    @Override
    public Set<String> waitingFor() {
        return database.read(JobRows::waitingFor);
    }

    @Override
    public Admission admit(String provider, AdmissionLimits limits, Instant now) {
        if (database.read(connection -> Admitting.nobodyWaits(connection, provider))) {
            return Admission.nobodyWaits();
        }
        return database.write(connection -> new Admitting(database, connection, provider, limits, now).admit());
    }

    @Override
    public void answered(String provider, JobId job, long version, Instant at) {
        Sends.Sent sent = new Sends.Sent(job, version);
        if (!database.once(connection -> Sends.answered(connection, provider, sent, at))) {
            database.once(connection -> {
                Sends.forgotten(connection, provider, sent, at);
                return true;
            });
        }
    }

    @Override
    public void neverLeft(String provider, JobId job, long version) {
        database.once(connection -> {
            Sends.neverLeft(connection, provider, new Sends.Sent(job, version));
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
