package io.videojob.spi.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.JobId;
import io.videojob.JobStatus;
import io.videojob.VendorRef;
import io.videojob.spi.StoredJob;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Jobs to write into journals. */
public final class Jobs {
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Jobs() {}

    public static Instant noonPlus(long seconds) {
        return NOON.plusSeconds(seconds);
    }

    /** A job that waits for nothing. */
    public static StoredJob.Builder job(String id) {
        return StoredJob.builder(JobId.parse(id), NOON, JobStatus.WAITING, "{}");
    }

    /** A job in a provider's line. */
    public static StoredJob.Builder inLine(String id, String provider, Instant since) {
        return job(id).provider(provider).lineSince(since);
    }

    /** A job at the vendor, with a slot. */
    public static StoredJob.Builder running(String id, String provider, Instant slotUntil) {
        return job(id).status(JobStatus.RUNNING).provider(provider).slotUntil(slotUntil);
    }

    /** A job with everything that a job can have. */
    public static StoredJob.Builder full(String id) {
        return StoredJob.builder(
                        JobId.parse(id), NOON.plusNanos(123_456_000), JobStatus.UNCERTAIN, "{\"prompt\":\"höher 🚀\"}")
                .provider("acme")
                .wakeAt(NOON.plusNanos(1_000))
                .lineSince(NOON.minusNanos(1_000))
                .slotUntil(noonPlus(600))
                .endedAt(noonPlus(700))
                .reserved(new BigDecimal("0.1200"))
                .spent(new BigDecimal("1E+1"))
                .tag("a tag")
                .references(references("acme:1:2/3", "other:" + id));
    }

    public static java.util.Set<VendorRef> references(String... references) {
        return java.util.Arrays.stream(references)
                .map(VendorRef::parse)
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    public static BigDecimal usd(String amount) {
        return new BigDecimal(amount);
    }

    public static List<String> ids(List<StoredJob> jobs) {
        return jobs.stream().map(job -> job.id().toString()).toList();
    }

    /** Every column equal, amounts to the digit. */
    public static void assertEqual(StoredJob actual, StoredJob expected) {
        assertThat(actual).usingRecursiveComparison().isEqualTo(expected);
    }
}
