package io.videojob.internal.journal;

import static io.videojob.spi.contract.Jobs.NOON;
import static io.videojob.spi.contract.Jobs.full;
import static io.videojob.spi.contract.Jobs.ids;
import static io.videojob.spi.contract.Jobs.inLine;
import static io.videojob.spi.contract.Jobs.job;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videojob.JobFilter;
import io.videojob.JobId;
import io.videojob.JournalException;
import io.videojob.VendorRef;
import io.videojob.spi.AdmissionLimits;
import io.videojob.spi.JobJournal;
import io.videojob.spi.StoredJob;
import io.videojob.spi.contract.JobJournalContract;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A journal under a key keeps what every journal does, and shows nobody else what lies in it. */
class SealedJournalTest extends JobJournalContract {
    private static final String SECRET = "{\"prompt\":\"a secret raccoon\"}";

    private final MemoryJournal raw = new MemoryJournal();

    @Override
    protected JobJournal open() {
        return new SealedJournal(raw, TestKeys.of(1));
    }

    private static SealedJournal sealed(JobJournal raw, int... keys) {
        return new SealedJournal(raw, TestKeys.of(keys));
    }

    private StoredJob lying(String id) {
        return raw.find(JobId.parse(id)).orElseThrow();
    }

    @Test
    void whatLiesThereShowsNothingOfThePayloadAndAllOfTheColumns() {
        StoredJob written = full("j1").payload(SECRET).build();

        journal.insert(List.of(written));

        assertThat(lying("j1").payload()).startsWith("vj-aes1:").doesNotContain("raccoon");
        assertThat(lying("j1"))
                .usingRecursiveComparison()
                .ignoringFields("payload", "version")
                .isEqualTo(written);
    }

    @Test
    void thePayloadIsEncryptedAnewWithEachWrite() {
        journal.insert(List.of(job("j1").payload(SECRET).build()));
        String first = lying("j1").payload();

        assertThat(journal.replace(job("j1").payload(SECRET).version(1).build()))
                .isTrue();

        assertThat(lying("j1").payload()).isNotEqualTo(first).startsWith("vj-aes1:");
        assertThat(payload(journal, "j1")).isEqualTo(SECRET);
    }

    @Test
    void everyWayToReadAJobGivesThePayloadAsItWasWritten() {
        journal.insert(List.of(
                full("j1").payload(SECRET).build(),
                inLine("j2", "globex", NOON).payload(SECRET).build()));

        Stream<StoredJob> read = Stream.of(
                        journal.find(JobId.parse("j1")).stream(),
                        journal.findByReference(VendorRef.parse("acme:1:2/3")).stream(),
                        journal.due(NOON.plusSeconds(60), 10).stream(),
                        journal.list(JobFilter.all()).stream(),
                        journal.changed(Map.of(JobId.parse("j1"), 0L)).stream(),
                        journal.admit("globex", AdmissionLimits.none(), NOON).job().stream())
                .flatMap(jobs -> jobs);

        assertThat(read).hasSize(7).extracting(StoredJob::payload).containsOnly(SECRET);
    }

    @Test
    void whatWasWrittenBeforeThereWasAKeyIsReadAndEncryptedWithItsNextWrite() {
        raw.insert(List.of(job("j1").payload(SECRET).build()));
        sealed(raw, 1).check();

        StoredJob old = journal.find(JobId.parse("j1")).orElseThrow();
        assertThat(old.payload()).isEqualTo(SECRET);
        assertThat(journal.replace(old)).isTrue();

        assertThat(lying("j1").payload()).startsWith("vj-aes1:");
    }

    @Test
    void withoutAKeyThePayloadLiesThereAsItIs() {
        sealed(raw).insert(List.of(job("j1").payload(SECRET).build()));

        assertThat(lying("j1").payload()).isEqualTo(SECRET);
        assertThat(payload(sealed(raw), "j1")).isEqualTo(SECRET);
    }

    @Test
    void anOldKeyBehindANewOneReadsAndTheNewOneWrites() {
        journal.insert(List.of(job("j1").payload(SECRET).build()));
        SealedJournal rotated = sealed(raw, 2, 1);
        rotated.check();

        StoredJob old = rotated.find(JobId.parse("j1")).orElseThrow();
        assertThat(old.payload()).isEqualTo(SECRET);
        assertThat(rotated.replace(old)).isTrue();

        assertThat(payload(sealed(raw, 2), "j1")).isEqualTo(SECRET);
        assertThatThrownBy(() -> journal.find(JobId.parse("j1"))).isInstanceOf(JournalException.class);
    }

    @Test
    void aMissingKeyIsToldAtOnceAndByItsSetting() {
        journal.insert(List.of(job("j1").payload(SECRET).build()));

        assertRefused(() -> sealed(raw).check(), "videojob.journal.key is not set");
        assertRefused(() -> payload(sealed(raw), "j1"), "videojob.journal.key is not set");
    }

    @Test
    void aWrongKeyIsToldAtOnceAndByItsSetting() {
        journal.insert(List.of(job("j1").payload(SECRET).build()));

        assertRefused(() -> sealed(raw, 2).check(), "a key that videojob.journal.key doesn't hold");
        assertRefused(() -> payload(sealed(raw, 2), "j1"), "a key that videojob.journal.key doesn't hold");
    }

    @Test
    void aPayloadThatWasMovedToAnotherJobIsRefused() {
        journal.insert(List.of(
                job("j1").payload(SECRET).build(), job("j2").payload("{}").build()));

        assertThat(raw.replace(
                        lying("j2").toBuilder().payload(lying("j1").payload()).build()))
                .isTrue();

        assertRefused(() -> payload(journal, "j2"), "was changed, or was written for another job");
        assertThat(payload(journal, "j1")).isEqualTo(SECRET);
    }

    @Test
    void aPayloadWithAnyLetterChangedIsRefused() {
        journal.insert(List.of(job("j1").payload(SECRET).build()));
        String whole = lying("j1").payload();

        for (int i = 0; i < whole.length(); i++) {
            String changed = whole.substring(0, i) + (whole.charAt(i) == 'A' ? 'B' : 'A') + whole.substring(i + 1);
            StoredJob row = lying("j1").toBuilder().payload(changed).build();
            assertThat(raw.replace(row)).isTrue();

            boolean isPlain = !changed.startsWith("vj-aes1:");
            if (isPlain) {
                assertThat(payload(journal, "j1")).doesNotContain("raccoon");
            } else {
                assertThatThrownBy(() -> payload(journal, "j1"))
                        .as("letter %s of %s", i, whole)
                        .isInstanceOf(JournalException.class);
            }
        }
    }

    @Test
    void aPayloadThatWasCutIsRefused() {
        journal.insert(List.of(job("j1").payload(SECRET).build()));
        String whole = lying("j1").payload();

        for (int length = "vj-aes1:".length(); length < whole.length(); length++) {
            StoredJob row =
                    lying("j1").toBuilder().payload(whole.substring(0, length)).build();
            assertThat(raw.replace(row)).isTrue();

            assertThatThrownBy(() -> payload(journal, "j1")).isInstanceOf(JournalException.class);
        }
    }

    @Test
    void aJobThatCannotBeReadHoldsUpNoOther() {
        journal.insert(List.of(
                job("j1").wakeAt(NOON).payload(SECRET).build(),
                inLine("j2", "globex", NOON).payload(SECRET).build()));
        JobJournal stranger = sealed(raw, 2);
        stranger.insert(
                List.of(job("j3").wakeAt(NOON.plusSeconds(1)).payload("{}").build()));

        assertThat(ids(stranger.due(NOON.plusSeconds(2), 10))).containsExactly("j1", "j3");
        assertThat(stranger.admit("globex", AdmissionLimits.none(), NOON).job()).isPresent();
        assertThat(ids(stranger.changed(Map.of(JobId.parse("j1"), 0L, JobId.parse("j3"), 0L))))
                .containsExactly("j3");
    }

    @Test
    void noMethodOfAJournalIsLeftToAnInheritedDefault() {
        assertThat(Arrays.stream(JobJournal.class.getMethods())
                        .filter(method -> !method.getDeclaringClass().equals(Object.class))
                        .filter(method -> !isOwn(method)))
                .isEmpty();
    }

    private static boolean isOwn(Method method) {
        return Arrays.stream(SealedJournal.class.getDeclaredMethods())
                .anyMatch(own -> own.getName().equals(method.getName())
                        && Arrays.equals(own.getParameterTypes(), method.getParameterTypes()));
    }

    private static String payload(JobJournal journal, String id) {
        return journal.find(JobId.parse(id)).orElseThrow().payload();
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String words) {
        assertThatThrownBy(call)
                .isInstanceOf(JournalException.class)
                .hasMessageContaining(words)
                .hasMessageNotContaining("raccoon");
    }
}
