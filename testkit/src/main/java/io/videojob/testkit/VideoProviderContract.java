package io.videojob.testkit;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/**
 * What every {@link io.videojob.spi.VideoProvider} keeps, as tests. An adapter extends this class and says what its vendor
 * documents; the contract then plays the vendor on this machine, well and badly, and looks at what the adapter makes of it.
 *
 * <pre>{@code
 * class AtelierContractTest extends VideoProviderContract {
 *     @Override
 *     protected VendorScript script() {
 *         return VendorScript.builder(new AtelierFactory())
 *             .request(VideoRequest.builder("atelier:flipbook-9").prompt("a raccoon").build())
 *             .accepted(body("created"), "41")
 *             ...
 *             .build();
 *     }
 * }
 * }</pre>
 *
 * <p>No case is skipped: a capability works, or its absence is told. A failing case names what was broken, what was expected,
 * and what came. A run takes a few seconds, mostly for timeouts.
 *
 * <p>That a key is never logged is heard through the standard streams and {@code java.util.logging}. Where a line that the
 * adapter's package logs at DEBUG, by SLF4J or otherwise, doesn't come there, {@code theKeyIsNeverTold} fails and says what
 * to configure; so a module's tests need a logging library behind SLF4J that writes to the console, such as slf4j-simple with
 * {@code org.slf4j.simpleLogger.log.<package>=debug}, Logback as it comes, or Log4j with a console appender that follows.
 * What is logged at TRACE, or to a file only, isn't heard.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class VideoProviderContract {
    private @Nullable Bench bench;
    private @Nullable CreateFaults faults;

    /** For adapters. */
    protected VideoProviderContract() {}

    /** What the vendor documents. Asked once. */
    protected abstract VendorScript script();

    private Bench bench() {
        if (bench == null) {
            bench = new Bench(script());
        }
        return bench;
    }

    private CreateFaults faults() {
        if (faults == null) {
            faults = new CreateFaults(bench());
        }
        return faults;
    }

    @AfterAll
    final void closeBench() {
        if (bench != null) {
            bench.close();
        }
    }

    @TestFactory
    final Stream<DynamicTest> aCreateIsSentOnceUnderEachFault() {
        return faults().sends();
    }

    @TestFactory
    final Stream<DynamicTest> aCreateEndsAsTheTableOfOutcomesSays() {
        return new CreateOutcomes(bench(), faults()).all();
    }

    @TestFactory
    final Stream<DynamicTest> everyDocumentedErrorHasItsReasonAndKeepsItsWords() {
        return new Refusals(bench()).documented();
    }

    @TestFactory
    final Stream<DynamicTest> aRefusedLookSaysNothingOfTheJob() {
        return new Refusals(bench()).ofLooks();
    }

    @TestFactory
    final Stream<DynamicTest> retryAfterIsReadAsSecondsAndAsADate() {
        return new Refusals(bench()).retryAfter();
    }

    @TestFactory
    final Stream<DynamicTest> everyDocumentedWordHasItsPhase() {
        return new Looks(bench()).words();
    }

    @TestFactory
    final Stream<DynamicTest> anUndocumentedWordMeansNotFinished() {
        return new Looks(bench()).unknownWords();
    }

    @TestFactory
    final Stream<DynamicTest> everyFinishedJobGivesAllItsOutputs() {
        return new Looks(bench()).finished();
    }

    @TestFactory
    final Stream<DynamicTest> everyFailedJobSaysWhy() {
        return new Looks(bench()).failures();
    }

    @TestFactory
    final Stream<DynamicTest> anIdIsOpaque() {
        return new Ids(bench()).all();
    }

    @TestFactory
    final Stream<DynamicTest> everyFieldIsCarriedOrRefused() {
        return new Fields(bench()).all();
    }

    @TestFactory
    final Stream<DynamicTest> anOddAnswerLeavesACreateUncertain() {
        return new OddAnswers(bench()).ofCreates();
    }

    @TestFactory
    final Stream<DynamicTest> anOddAnswerIsAFailedLook() {
        return new OddAnswers(bench()).ofLooks();
    }

    @TestFactory
    final Stream<DynamicTest> anAnswerMayChangeWhereItDoesNoHarm() {
        return new HarmlessChanges(bench()).all();
    }

    @TestFactory
    @ResourceLock(Resources.SYSTEM_OUT)
    @ResourceLock(Resources.SYSTEM_ERR)
    final Stream<DynamicTest> theKeyIsNeverTold() {
        return new Keys(bench()).told();
    }

    @TestFactory
    final Stream<DynamicTest> theKeyGoesToTheVendorOnly() {
        return new Keys(bench()).sent();
    }

    @TestFactory
    final Stream<DynamicTest> webhooksAreProvedOrRefused() {
        return new Posted(bench()).all();
    }

    @TestFactory
    final Stream<DynamicTest> cancelWorksOrIsRefused() {
        return new CancelCases(bench()).all();
    }

    @TestFactory
    final Stream<DynamicTest> aLookUpFindsOrSaysThatItCannotTell() {
        return new LookUps(bench()).all();
    }

    @TestFactory
    final Stream<DynamicTest> aListSaysWhatItsRowsSayAndFailsAloud() {
        return new ListCases(bench()).all();
    }

    @Test
    final void manyThreadsShareAProviderAndGetTheirOwnJobs() throws Exception {
        new Crowd(bench()).run();
    }

    @TestFactory
    final Stream<DynamicTest> anExchangeEndsWithinItsTimeout() {
        return new InTime(bench()).all();
    }

    @TestFactory
    final Stream<DynamicTest> nothingIsLeftAfterClose() {
        return new Endings(bench()).all();
    }

    @TestFactory
    final Stream<DynamicTest> settingsMakeAProviderOrAreRefused() {
        return new Accounts(bench()).all();
    }

    @Test
    final void aWholeJobRunsThroughTheLibrary() throws Exception {
        new WholeJob(bench()).run();
    }
}
