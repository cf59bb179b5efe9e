package io.videojob.journal.jdbc;

import static io.videojob.spi.contract.Jobs.NOON;
import static io.videojob.spi.contract.Jobs.assertEqual;
import static io.videojob.spi.contract.Jobs.full;
import static io.videojob.spi.contract.Jobs.ids;
import static io.videojob.spi.contract.Jobs.inLine;
import static io.videojob.spi.contract.Jobs.job;
import static io.videojob.spi.contract.Jobs.noonPlus;
import static io.videojob.spi.contract.Jobs.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.JobFilter;
import io.videojob.JobId;
import io.videojob.spi.AdmissionLimits;
import io.videojob.spi.JobJournal;
import io.videojob.spi.SpendingLimits;
import io.videojob.spi.StoredJob;
import io.videojob.spi.contract.Race;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What it means that jobs are in a file. */
class SqliteFileTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("jobs.db");
    }

    @Test
    void theNextProcessSeesEverything() {
        AdmissionLimits limits = new AdmissionLimits(
                0,
                1,
                Duration.ofSeconds(60),
                Duration.ofSeconds(30),
                new SpendingLimits(usd("10"), null, Duration.ofDays(1)));
        StoredJob written =
                full("j1").lineSince(null).reserved(null).spent(usd("9")).build();
        try (JobJournal first = JdbcJournal.sqlite(file)) {
            first.insert(List.of(
                    written,
                    inLine("j2", "acme", NOON).build(),
                    inLine("j3", "acme", NOON).build(),
                    inLine("j4", "other", NOON).reserved(usd("2")).build()));
            first.admit("acme", limits, NOON);
            first.answered("acme", JobId.parse("j2"), 2, noonPlus(7));
        }

        try (JobJournal second = JdbcJournal.sqlite(file)) {
            assertThat(second.durable()).isTrue();
            assertEqual(
                    second.find(written.id()).orElseThrow(),
                    written.toBuilder().version(1).build());
            assertThat(ids(second.list(JobFilter.all()))).containsExactly("j1", "j4", "j3", "j2");
            assertThat(second.waitingFor()).containsExactlyInAnyOrder("acme", "other");
            assertThat(second.nextWake()).contains(NOON);
            assertThat(second.admit("acme", limits, noonPlus(8)).askAgainAt()).contains(noonPlus(67));
            assertThat(second.admit("other", limits, noonPlus(8)).askAgainAt())
                    .contains(written.createdAt().plus(Duration.ofDays(1)));
        }
    }

    @Test
    void twoJournalsOnOneFileSeeEachOther() {
        try (JobJournal one = JdbcJournal.sqlite(file);
                JobJournal other = JdbcJournal.sqlite(file)) {
            one.insert(List.of(job("j1").build()));
            StoredJob read = other.find(JobId.parse("j1")).orElseThrow();

            assertThat(other.replace(read.toBuilder().payload("other").build())).isTrue();

            assertThat(one.replace(read.toBuilder().payload("one").build())).isFalse();
            assertThat(one.find(read.id()).orElseThrow().payload()).isEqualTo("other");
        }
    }

    @RepeatedTest(20)
    void aNewFileMayBeOpenedByManyAtOnce() throws Exception {
        Race.of(8, number -> {
            try (JobJournal journal = JdbcJournal.sqlite(file)) {
                journal.insert(List.of(job("j" + number).build()));
                return true;
            }
        });

        try (JobJournal journal = JdbcJournal.sqlite(file)) {
            assertThat(journal.list(JobFilter.all())).hasSize(8);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theFilesAreTheirOwnersOnly() throws Exception {
        try (JobJournal journal = JdbcJournal.sqlite(file)) {
            journal.insert(List.of(job("j1").build()));

            assertThat(permissions())
                    .containsExactlyInAnyOrder("jobs.db rw-------", "jobs.db-wal rw-------", "jobs.db-shm rw-------");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void filesThatOthersMayReadAreClosedToThem() throws Exception {
        try (JobJournal journal = JdbcJournal.sqlite(file)) {
            journal.insert(List.of(job("j1").build()));
            try (Stream<Path> files = Files.list(folder)) {
                for (Path each : files.toList()) {
                    Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rw-rw-r--"));
                }
            }

            JdbcJournal.sqlite(file).close();

            assertThat(permissions())
                    .containsExactlyInAnyOrder("jobs.db rw-------", "jobs.db-wal rw-------", "jobs.db-shm rw-------");
        }
    }

    @Test
    void anEmptyFileBecomesAJournal() throws Exception {
        Files.createFile(file);

        try (JobJournal journal = JdbcJournal.sqlite(file)) {
            journal.insert(List.of(job("j1").build()));
            assertThat(journal.find(JobId.parse("j1"))).isPresent();
        }
    }

    @Test
    void aMegabyteOfTextComesBackAsItWas() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; text.length() < 1 << 20; i++) {
            text.append("{\"prompt\": \"zoë 東京 🎬🏽 \u0000 \u2028 ' \\\" ?")
                    .append(i)
                    .append("\"}\r\n");
        }
        try (JobJournal journal = JdbcJournal.sqlite(file)) {
            journal.insert(
                    List.of(job("j1").payload(text.toString()).tag("東京 ' 🎬").build()));
            StoredJob read = journal.find(JobId.parse("j1")).orElseThrow();
            assertThat(read.payload().contentEquals(text)).isTrue();

            text.reverse();
            assertThat(journal.replace(read.toBuilder().payload(text.toString()).build()))
                    .isTrue();
            assertThat(journal.find(read.id()).orElseThrow().payload().contentEquals(text))
                    .isTrue();
            assertThat(journal.list(JobFilter.all().withTag("東京 ' 🎬"))).hasSize(1);
        }
    }

    @Test
    void tenThousandJobsComeOutInOrder() {
        List<StoredJob> jobs = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            Instant time = noonPlus(i);
            jobs.add(inLine("j" + (10_000 + i), "p" + i % 2, time).wakeAt(time).build());
        }
        try (JobJournal journal = JdbcJournal.sqlite(file)) {
            journal.insert(jobs.subList(5_000, 10_000));
            journal.insert(jobs.subList(0, 5_000));

            assertThat(ids(journal.due(noonPlus(20_000), 20_000))).isEqualTo(ids(jobs));
            assertThat(journal.list(JobFilter.all().open().limit(20_000))).hasSize(10_000);
            List<StoredJob> admitted = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                admitted.add(journal.admit("p1", AdmissionLimits.none(), noonPlus(i))
                        .job()
                        .orElseThrow());
            }
            List<StoredJob> expected =
                    Stream.iterate(1, i -> i + 2).limit(500).map(jobs::get).toList();
            assertThat(ids(admitted)).isEqualTo(ids(expected));
        }
    }

    private List<String> permissions() throws Exception {
        List<String> permissions = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path each : files.toList()) {
                permissions.add(
                        each.getFileName() + " " + PosixFilePermissions.toString(Files.getPosixFilePermissions(each)));
            }
        }
        return permissions;
    }
}
