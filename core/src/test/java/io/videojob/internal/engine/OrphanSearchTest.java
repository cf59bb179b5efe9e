package io.videojob.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.Billing;
import io.videojob.Cost;
import io.videojob.FailureReason;
import io.videojob.JobId;
import io.videojob.Orphan;
import io.videojob.OrphanList;
import io.videojob.OrphanQuery;
import io.videojob.Orphans;
import io.videojob.VendorRef;
import io.videojob.VideoRequest;
import io.videojob.spi.Submission;
import io.videojob.webhook.WebhookEvent;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What vendors list and no job of the journal delivers. */
class OrphanSearchTest extends OrphanCase {
    private void giveUpLost(JobId id) {
        bench.time.advance(Duration.ofMinutes(40));
        bench.jobs.giveUp(id);
    }

    @Test
    void aJobOfTheJournalIsNoOrphanWhileItRunsAndWhenItHasEnded() {
        bench.submit();
        assertThat(found()).isEmpty();

        bench.time.advance(Duration.ofMinutes(10));
        assertThat(found()).isEmpty();
        assertThat(north.pages).isEqualTo(2);
    }

    @Test
    void whatAnotherProgramMadeIsFoundWithAllThatItsListSays() {
        String id = strange(north);
        bench.time.advance(Duration.ofMinutes(10));

        assertThat(found()).singleElement().satisfies(orphan -> {
            assertThat(orphan.reference()).isEqualTo(VendorRef.of("north", id));
            assertThat(orphan.kind()).isEqualTo(Orphan.Kind.UNCLAIMED);
            assertThat(orphan.job()).isEmpty();
            assertThat(orphan.isListed()).isTrue();
            assertThat(orphan.model()).contains("model-at-north");
            assertThat(orphan.createdAt()).contains(north.jobs.get(id).madeAt);
            assertThat(orphan.vendorStatus()).contains("ready");
            assertThat(orphan.cost()).contains(Cost.usd(new BigDecimal("0.56"), Cost.Source.CHARGED));
        });
    }

    @Test
    void whatWasAdoptedIsNoOrphanAnyMore() {
        VendorRef orphan = VendorRef.of("north", strange(north));

        JobRecord unused = bench.jobs.attach(orphan, Duration.ofHours(1));

        assertThat(found()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsJustBeingSentIsAwaitedAndNoOrphan(boolean tags) {
        north.listsTags = tags;
        List<Orphan> meanwhile = new ArrayList<>();
        north.whileOnTheWire = () -> meanwhile.addAll(found());

        JobId id = bench.submit();

        assertThat(meanwhile).singleElement().satisfies(orphan -> {
            assertThat(orphan.kind()).isEqualTo(Orphan.Kind.AWAITED);
            assertThat(orphan.job()).contains(id);
        });
        assertThat(found()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anAnswerThatComesBetweenListAndJournalMakesNoOrphan(boolean tags) {
        north.listsTags = tags;
        JobId first = bench.insert(VideoRequest.builder("m").prompt("p").build());
        north.whileListing = bench.time::run;

        assertThat(found()).isEmpty();
        assertThat(bench.record(first).attempt().vendorJobId).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLostAnswersJobIsAwaitedWhileItIsLookedForAndAnOrphanWhenItIsGivenUp(boolean tags) {
        north.listsTags = tags;
        north.nextCreates.add(north::lose);
        JobId id = bench.submit();
        assertThat(found()).extracting(Orphan::kind).containsExactly(Orphan.Kind.AWAITED);

        giveUpLost(id);

        assertThat(found()).singleElement().satisfies(orphan -> {
            assertThat(orphan.kind()).isEqualTo(Orphan.Kind.UNCLAIMED);
            assertThat(orphan.job()).as("whose it may be").contains(id);
        });
    }

    @Test
    void aTagOfAnotherSendIsNotTheOneThatIsLookedFor() {
        north.listsTags = true;
        north.nextCreates.add(submission -> {
            strange(north);
            return north.lose(submission);
        });
        JobId id = bench.submit();

        assertThat(found())
                .extracting(Orphan::kind, orphan -> orphan.job().orElse(null))
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(Orphan.Kind.AWAITED, id),
                        org.assertj.core.groups.Tuple.tuple(Orphan.Kind.UNCLAIMED, null));
    }

    @Test
    void anotherModelOrTimeIsNotTheOneThatIsLookedFor() {
        String before = strange(north);
        bench.time.advance(Duration.ofHours(2));
        north.nextCreates.add(north::lose);
        bench.submit();
        north.make(Submission.builder("x", "another-model", Map.of(), bench.time.now())
                .build());

        assertThat(found())
                .filteredOn(orphan -> orphan.kind() == Orphan.Kind.UNCLAIMED)
                .extracting(orphan -> orphan.reference().vendorJobId())
                .containsExactly("north/3:x", before);
    }

    @Test
    void aLateSuccessThatAJobSetAsideIsFoundOnceAndFromTheJournalIfNoListShowsIt() {
        north.nextCreates.add(north::lose);
        JobId id = bench.submit();
        giveUpLost(id);
        bench.jobs.heard(id, 1, WebhookEvent.of("north/1:x", "ready", true));

        assertThat(found()).singleElement().satisfies(orphan -> {
            assertThat(orphan.kind()).isEqualTo(Orphan.Kind.SET_ASIDE);
            assertThat(orphan.job()).contains(id);
            assertThat(orphan.isListed()).isTrue();
        });

        Map<String, FakeVendor.Job> made = Map.copyOf(north.jobs);
        north.jobs.clear();
        assertThat(found()).singleElement().satisfies(orphan -> {
            assertThat(orphan.kind()).isEqualTo(Orphan.Kind.SET_ASIDE);
            assertThat(orphan.isListed()).isFalse();
            assertThat(orphan.reference()).isEqualTo(VendorRef.parse("north:north/1:x"));
        });

        north.jobs.putAll(made);
        JobRecord unused = bench.jobs.attach(VendorRef.parse("north:north/1:x"), Duration.ofHours(1));
        assertThat(found()).isEmpty();
    }

    @Test
    void whatEndedUnpaidAndWhatIsOfNoVideoModelIsLeftOutAndCounted() {
        String unpaid = strange(north);
        north.jobs.get(unpaid).end = FakeVendor.broken(FailureReason.OTHER, Billing.NOT_BILLED);
        String text = strange(south);
        bench.time.advance(Duration.ofMinutes(10));

        Orphans usual = search(OrphanQuery.usual(), null);

        assertThat(usual.found()).isEmpty();
        assertThat(usual.lists()).extracting(OrphanList::rows).containsExactly(1, 1);
        assertThat(usual.lists()).extracting(OrphanList::leftOut).containsExactly(1, 1);
        assertThat(found())
                .extracting(orphan -> orphan.reference().vendorJobId())
                .containsExactly(unpaid, text);
    }

    @Test
    void aModelWithoutAProfileCountsIfItsTagIsOurs() {
        north.listsTags = true;
        north.nextCreates.add(north::lose);
        giveUpLost(bench.submit());

        assertThat(search(OrphanQuery.usual(), null).found()).hasSize(1);
    }

    @Test
    void aSendOfAnotherJournalIsAnOrphanThatCarriesOurTag() {
        Bench elsewhere = new Bench("north").start();
        JobId id = elsewhere.submit();
        north.listsTags = true;
        north.jobs.putAll(elsewhere.vendor("north").jobs);

        assertThat(search(OrphanQuery.usual(), null).found()).singleElement().satisfies(orphan -> {
            assertThat(orphan.kind()).isEqualTo(Orphan.Kind.UNCLAIMED);
            assertThat(orphan.sendTag().orElseThrow()).contains(id.toString());
            assertThat(orphan.job()).isEmpty();
        });
    }
}
