package io.videojob.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videojob.JobId;
import io.videojob.JobStatus;
import io.videojob.JournalException;
import io.videojob.internal.journal.MemoryJournal;
import io.videojob.spi.JobJournal;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A journal that goes away must not make the engine forget what it paid for. */
class JournalAwayTest {
    private boolean away;

    private JobJournal flaky(JobJournal journal) {
        return (JobJournal) Proxy.newProxyInstance(
                JobJournal.class.getClassLoader(), new Class<?>[] {JobJournal.class}, (proxy, method, arguments) -> {
                    if (away) {
                        throw new JournalException("the database is away", null);
                    }
                    try {
                        return method.invoke(journal, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Test
    void anOutcomeThatCanNotBeWrittenIsKeptUntilTheJournalIsBack() {
        Bench bench = new Bench(flaky(new MemoryJournal()), "north").start();
        FakeVendor north = bench.vendor("north");
        north.whileOnTheWire = () -> away = true;
        JobId id = bench.submit();
        north.whileOnTheWire = () -> {};
        bench.time.advance(Duration.ofSeconds(50));
        away = false;
        assertThat(bench.status(id)).isEqualTo(JobStatus.SUBMITTING);
        bench.time.advance(Duration.ofSeconds(2));

        assertThat(bench.record(id).attempt().vendorJobId).isEqualTo("north/1:x");
        bench.time.advance(Duration.ofMinutes(5));
        assertThat(bench.status(id)).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(north.creates).hasSize(1);
    }

    @Test
    void whatIsStillUnwrittenAtTheEndIsWrittenIfTheJournalIsBack() {
        Bench bench = new Bench(flaky(new MemoryJournal()), "north").start();
        bench.vendor("north").whileOnTheWire = () -> away = true;
        JobId id = bench.submit();
        away = false;
        bench.jobs.stop();
        bench.jobs.flush();

        assertThat(bench.record(id).attempt().vendorJobId).isEqualTo("north/1:x");
    }

    @Test
    void whatCanNotBeWrittenDownIsNotSent() {
        Bench bench = new Bench(flaky(new MemoryJournal()), "north").start();
        away = true;

        assertThatThrownBy(bench::submit).isInstanceOf(JournalException.class);
        assertThat(bench.vendor("north").creates).isEmpty();
    }
}
