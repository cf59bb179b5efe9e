package io.videojob.journal.jdbc;

import static io.videojob.spi.contract.Jobs.job;
import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.JobId;
import io.videojob.VendorRef;
import io.videojob.spi.JobJournal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process is killed while three of its threads write. */
class KilledProcessTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 50, 333})
    void whatItWroteIsThereAndNothingIsHalfThere(int lines) throws Exception {
        Path file = folder.resolve("jobs.db");
        List<String> said = new ArrayList<>();
        try (ChildJvm child = ChildJvm.start(WritingProcess.class, file)) {
            for (int i = 0; i < lines; i++) {
                said.add(child.line());
            }
            child.kill();
            said.addAll(child.rest());
            assertThat(child.exitCode()).isNotZero();
        }

        try (JobJournal journal = JdbcJournal.sqlite(file)) {
            for (String line : said) {
                String what = line.substring(line.indexOf(' ') + 1);
                if (line.startsWith("inserted ")) {
                    int batch = Integer.parseInt(what.substring(what.indexOf('b') + 1));
                    assertThat(journal.find(JobId.parse(what + "j9"))
                                    .orElseThrow()
                                    .payload())
                            .isEqualTo(WritingProcess.payload(batch));
                } else {
                    assertThat(journal.findByReference(VendorRef.of("acme", what))
                                    .orElseThrow()
                                    .version())
                            .isEqualTo(2);
                }
            }
            journal.insert(List.of(job("after").build()));
        }
        assertSound(file);
    }

    private static void assertSound(Path file) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            assertThat(Sql.rows(connection, row -> row.getString(1), "PRAGMA integrity_check"))
                    .containsExactly("ok");
            assertThat(Sql.rows(connection, row -> row.getString(1), "PRAGMA foreign_key_check"))
                    .isEmpty();
            String batches = """
                    SELECT count(*) FROM videojob_job WHERE id <> 'after' GROUP BY substr(id, 1, instr(id, 'j'))""";
            assertThat(Sql.rows(connection, row -> row.getInt(1), batches)).containsOnly(WritingProcess.JOBS_AT_ONCE);
        }
    }
}
