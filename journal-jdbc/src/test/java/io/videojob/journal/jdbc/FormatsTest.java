package io.videojob.journal.jdbc;

import static io.videojob.spi.contract.Jobs.assertEqual;
import static io.videojob.spi.contract.Jobs.ids;
import static io.videojob.spi.contract.Jobs.references;
import static io.videojob.spi.contract.Jobs.usd;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.JobFilter;
import io.videojob.JobId;
import io.videojob.JobStatus;
import io.videojob.VendorRef;
import io.videojob.spi.AdmissionLimits;
import io.videojob.spi.JobJournal;
import io.videojob.spi.ProviderMoney;
import io.videojob.spi.StoredJob;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Journals of every format there ever was, as they were left, are opened and read. */
class FormatsTest {
    private static final long BEGIN = 1_767_225_600_000_000L;
    private static final String SENDS = "SELECT provider || job_id || version || ' ' || admitted_at || ' ' || counts_at"
            + " || ' ' || answered FROM videojob_send ORDER BY provider";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"sqlite, 1", "sqlite, 2", "sqlite, 3", "postgresql, 1", "postgresql, 2", "postgresql, 3"})
    void everythingThatAJournalHeldIsThere(String system, int format) throws Exception {
        Instant opened = Instant.now().minusSeconds(2);
        String url = newDatabase(system);
        run(url, text(system + "-" + format + ".sql"));
        Map<String, String> payloads = payloads(url);
        List<String> sends = strings(url, SENDS);

        try (JobJournal journal = JdbcJournal.open(url)) {
            for (StoredJob expected : jobs(format, payloads)) {
                StoredJob read = journal.find(expected.id()).orElseThrow();
                if (format < 3 && expected.status().isFinal()) {
                    assertThat(read.endedAt().orElseThrow())
                            .as("when it was opened, as the end was not noted")
                            .isBetween(opened, Instant.now());
                    read = read.toBuilder().endedAt(null).build();
                }
                assertEqual(read, expected);
            }
            assertThat(strings(url, SENDS)).isEqualTo(sends).hasSize(2);
            assertThat(journal.list(JobFilter.all())).hasSize(6);
            assertThat(ids(journal.due(Units.instant(BEGIN + 8_000_000), 9)))
                    .containsExactly("tosave", "01kdvdnfvg6pfwj5xkxpfg4jx7");
            assertThat(journal.findByReference(VendorRef.parse("south:b:c"))).isPresent();
            assertThat(journal.money(Units.instant(BEGIN))).containsExactlyElementsOf(money(format));
            assertThat(journal.money(Units.instant(BEGIN + 1)))
                    .as("it counts from the last admission")
                    .isNotEqualTo(money(format));
            assertWorks(journal);
        }
        assertThat(strings(url, "SELECT version FROM videojob_schema WHERE success ORDER BY installed_rank"))
                .last()
                .isEqualTo(Integer.toString(Migrations.NEWEST));
    }

    private static void assertWorks(JobJournal journal) {
        assertThat(journal.waitingFor()).containsExactly("north");
        assertThat(journal.admit("north", AdmissionLimits.none(), Units.instant(BEGIN + 99_000_000))
                        .job()
                        .orElseThrow()
                        .id())
                .hasToString("inline");
        StoredJob queued =
                journal.find(JobId.parse("01kdvdnfvg6pfwj5xkxpfg4jx7")).orElseThrow();
        assertThat(journal.replace(queued.toBuilder()
                        .status(JobStatus.RUNNING)
                        .references(references("north:other"))
                        .build()))
                .isTrue();
    }

    private static List<StoredJob> jobs(int format, Map<String, String> payloads) {
        return List.of(
                job("01kdvdna00k2hqed0rb817e2st", 7, JobStatus.SUCCEEDED, 0, payloads)
                        .provider("north")
                        .tag("höher 🚀")
                        .spent(usd("0.56"))
                        .endedAt(format < 3 ? null : Units.instant(BEGIN + 6_000_000))
                        .references(references("north:north/1:x"))
                        .build(),
                job("01kdvdnfvg6pfwj5xkxpfg4jx7", 4, JobStatus.QUEUED, 6_000_000, payloads)
                        .provider("north")
                        .wakeAt(Units.instant(BEGIN + 8_000_000))
                        .slotUntil(JobJournal.FOREVER)
                        .reserved(usd("0.70"))
                        .references(references("north:north/3:x"))
                        .build(),
                job("inline", 1, JobStatus.WAITING, 7_000_000, payloads)
                        .provider("north")
                        .lineSince(Units.instant(BEGIN + 7_000_000))
                        .reserved(usd("0.1200000005"))
                        .build(),
                job("nowhere", 3, JobStatus.FAILED, 8_000_000, payloads)
                        .spent(usd("1E+1"))
                        .endedAt(format < 3 ? null : Units.instant(BEGIN + 9_000_000))
                        .build(),
                job("tosave", 9, JobStatus.SUCCEEDED, 9_000_000, payloads)
                        .provider("south")
                        .wakeAt(Units.instant(BEGIN + 5_000_000))
                        .spent(usd("0.000000001"))
                        .spentElsewhere(format == 1 ? Map.of() : Map.of("north", usd("0.30")))
                        .endedAt(format < 3 ? null : Units.instant(BEGIN + 9_900_000))
                        .references(references("south:a", "south:b:c"))
                        .build(),
                job("unsure", 5, JobStatus.UNCERTAIN, 10_000_000, payloads)
                        .provider("south")
                        .slotUntil(Units.instant(BEGIN + 1_800_000_000))
                        .reserved(usd("0.25"))
                        .build());
    }

    private static StoredJob.Builder job(
            String id, long version, JobStatus status, long madeAt, Map<String, String> payloads) {
        return StoredJob.builder(JobId.parse(id), Units.instant(BEGIN + madeAt), status, payloads.get(id))
                .version(version);
    }

    private static List<ProviderMoney> money(int format) {
        return List.of(
                new ProviderMoney("", usd("1E+1"), usd("0")),
                new ProviderMoney("north", usd(format == 1 ? "0.56" : "0.86"), usd("0.7")),
                new ProviderMoney("south", usd("1E-9"), usd("0.25")));
    }

    /** Flyway refuses a journal whose past is another than the files say: what has changed since goes into a new file. */
    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void theFilesThatJournalsWereMadeWithStayAsTheyWere(String system) throws Exception {
        String url = newDatabase(system);
        JdbcJournal.open(url).close();

        Map<String, String> now = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(url)) {
            Sql.rows(
                    connection,
                    row -> now.put(system + "/" + row.getString(1), row.getString(2)),
                    "SELECT script, checksum FROM videojob_schema WHERE version IS NOT NULL");
        }
        Properties all = new Properties();
        try (InputStream in = FormatsTest.class.getResourceAsStream("formats/checksums.properties")) {
            all.load(new InputStreamReader(in, UTF_8));
        }
        Map<String, String> released = new TreeMap<>();
        all.stringPropertyNames().stream()
                .filter(name -> name.startsWith(system + "/"))
                .forEach(name -> released.put(name, all.getProperty(name)));
        assertThat(now).isEqualTo(released);
    }

    private String newDatabase(String system) throws Exception {
        return system.equals("sqlite")
                ? "jdbc:sqlite:" + folder.resolve("jobs.db")
                : TestPostgres.shared().newDatabase();
    }

    private static Map<String, String> payloads(String url) throws Exception {
        Map<String, String> payloads = new HashMap<>();
        try (Connection connection = DriverManager.getConnection(url)) {
            Sql.rows(
                    connection,
                    row -> payloads.put(row.getString(1), row.getString(2)),
                    "SELECT id, payload FROM videojob_job");
        }
        return payloads;
    }

    private static List<String> strings(String url, String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection(url)) {
            return Sql.rows(connection, row -> row.getString(1), sql);
        }
    }

    private static void run(String url, String script) throws Exception {
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.createStatement().executeUpdate(script);
        }
    }

    private static String text(String name) throws IOException {
        try (InputStream in = FormatsTest.class.getResourceAsStream("formats/" + name)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
