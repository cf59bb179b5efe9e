package io.videojob.journal.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.videojob.JobId;
import io.videojob.spi.Admission;
import io.videojob.spi.AdmissionLimits;
import io.videojob.spi.JobJournal;
import io.videojob.spi.SpendingLimits;
import io.videojob.spi.StoredJob;
import io.videojob.spi.contract.Jobs;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.time.Duration;

/** What {@link TwoProcessesContract} runs twice: opens the journal, waits for a line, then admits or writes all it can. */
final class RacingProcess {
    static final int WRITES = 200;
    static final AdmissionLimits LIMITS = new AdmissionLimits(
            40,
            35,
            Duration.ofMinutes(1),
            Duration.ofMinutes(1),
            new SpendingLimits(new BigDecimal("30"), null, Duration.ofDays(1)));

    static final AdmissionLimits BUDGETS = new AdmissionLimits(
            0,
            0,
            Duration.ofMinutes(1),
            Duration.ofMinutes(1),
            new SpendingLimits(new BigDecimal("50"), new BigDecimal("40"), Duration.ofDays(1)));

    private RacingProcess() {}

    public static void main(String[] arguments) throws Exception {
        try (JobJournal journal = JdbcJournal.open(arguments[0])) {
            System.out.println("ready");
            new BufferedReader(new InputStreamReader(System.in, UTF_8)).readLine();
            switch (arguments[1]) {
                case "admit" -> admit(journal, "acme", LIMITS);
                case "count" -> count(journal);
                default -> admit(journal, arguments[1], BUDGETS);
            }
        }
    }

    private static void admit(JobJournal journal, String provider, AdmissionLimits limits) {
        Admission admission = journal.admit(provider, limits, Jobs.NOON);
        while (admission.job().isPresent()) {
            System.out.println(admission.job().get().id());
            admission = journal.admit(provider, limits, Jobs.NOON);
        }
    }

    private static void count(JobJournal journal) {
        for (int done = 0; done < WRITES; ) {
            StoredJob read = journal.find(JobId.parse("counter")).orElseThrow();
            String next = Integer.toString(Integer.parseInt(read.payload()) + 1);
            if (journal.replace(read.toBuilder().payload(next).build())) {
                done++;
            }
        }
    }
}
