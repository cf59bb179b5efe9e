package io.videojob.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.Listing;
import io.videojob.Orphan;
import io.videojob.OrphanList;
import io.videojob.OrphanQuery;
import io.videojob.Orphans;
import io.videojob.VendorRef;
import io.videojob.VideoJob;
import io.videojob.VideoJobs;
import io.videojob.sandbox.script.EachlabsAnswers;
import io.videojob.sandbox.script.Fault;
import io.videojob.sandbox.script.JobScript;
import io.videojob.sandbox.script.Operation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the vendors' own lists show, and no job of the journal delivers. */
@Tag("slow")
class OrphansTest {
    @RegisterExtension
    final World world = new World();

    private VideoJobs machine(String route, String name) {
        return world.open(world.settings(route, "videojob.journal.url = jdbc:sqlite:" + world.file(name + ".db")));
    }

    /** A process whose journal is lost once its job was made. */
    private VendorRef lost(Vendor vendor) throws Exception {
        try (VideoJobs gone = machine(vendor.key(), "lost-at-" + vendor.key())) {
            VideoJob job = gone.submit(Requests.raccoon());
            world.assertDelivered(job);
            return job.snapshot().vendorRef().orElseThrow();
        }
    }

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void whatALostJournalPaidForIsFoundAdoptedAndDelivered(Vendor vendor) throws Exception {
        VendorRef reference = lost(vendor);
        VideoJobs jobs = machine("aimlapi, eachlabs", "new");
        VideoJob own = jobs.submit(Requests.raccoon());
        world.assertDelivered(own);

        List<Orphan> found = jobs.orphans(Duration.ofHours(24)).found();

        assertThat(found).singleElement().satisfies(orphan -> {
            assertThat(orphan.reference()).isEqualTo(reference);
            assertThat(orphan.kind()).isEqualTo(Orphan.Kind.UNCLAIMED);
            assertThat(orphan.cost())
                    .hasValueSatisfying(cost -> assertThat(cost.amount()).isPositive());
            assertThat(orphan.sendTag().isPresent()).isEqualTo(vendor == Vendor.AIMLAPI);
        });
        world.assertDelivered(jobs.attach(reference));
        assertThat(jobs.orphans(Duration.ofHours(24)).found()).isEmpty();
        assertThat(world.at(vendor.other()).creates().size()
                        + world.at(vendor).creates().size())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void aLostAnswersJobIsNotTakenFromTheJobThatLooksForIt(Vendor vendor) throws Exception {
        world.at(vendor).on(Operation.CREATE, Fault.loseAnswer());
        VideoJobs jobs = machine(vendor.key(), "new");
        VideoJob job = jobs.submit(Requests.raccoon());
        world.untilRequests(vendor, Operation.CREATE, 1);

        jobs.orphans(OrphanQuery.usual().everything()).found().forEach(orphan -> {
            assertThat(orphan.kind()).isEqualTo(Orphan.Kind.AWAITED);
            assertThat(orphan.job()).contains(job.id());
        });

        world.assertDelivered(job);
        assertThat(jobs.orphans(OrphanQuery.usual().everything()).found()).isEmpty();
        world.assertOneCreateOneBill(vendor);
    }

    @Test
    void aRunningJobIsSeenOnlyWhereTheListShowsSuch() throws Exception {
        for (Vendor vendor : Vendor.values()) {
            world.at(vendor).nextJob(JobScript.success().hold());
            try (VideoJobs gone = machine(vendor.key(), "lost-at-" + vendor.key())) {
                VideoJob job = gone.submit(Requests.raccoon());
                World.until("the id", () -> job.snapshot().vendorRef().isPresent());
            }
        }

        Orphans orphans = machine("aimlapi, eachlabs", "new").orphans(OrphanQuery.usual());

        assertThat(orphans.found())
                .extracting(orphan -> orphan.reference().provider())
                .containsExactly("eachlabs");
        assertThat(orphans.lists()).extracting(OrphanList::shows).containsExactly(Listing.ENDED, Listing.ALL);
    }

    @Test
    void aVendorThatRefusesItsListHidesNotTheOthers() throws Exception {
        VendorRef reference = lost(Vendor.AIMLAPI);
        world.at(Vendor.EACHLABS).on(Operation.LOOKUP, Fault.answer(EachlabsAnswers.unauthorized()));

        Orphans orphans = machine("eachlabs, aimlapi", "new").orphans(OrphanQuery.usual());

        assertThat(orphans.found()).extracting(Orphan::reference).containsExactly(reference);
        assertThat(orphans.lists().get(0).trouble()).isPresent();
        assertThat(orphans.lists().get(1).trouble()).isEmpty();
    }

    @Test
    void moreThanAPageIsRead() throws Exception {
        try (VideoJobs gone = machine("eachlabs", "lost")) {
            for (int i = 0; i < 3; i++) {
                world.assertDelivered(gone.submit(Requests.raccoon()));
            }
        }
        VideoJobs jobs = machine("eachlabs", "new");

        assertThat(jobs.orphans(OrphanQuery.usual()).found()).hasSize(3);
        assertThat(world.at(Vendor.EACHLABS).requests(Operation.LOOKUP)).hasSize(2);
        assertThat(jobs.orphans(OrphanQuery.usual().limit(1)).lists().get(0).isCut())
                .isTrue();
    }

    @Test
    void nothingIsLookedForThatTheJournalMayHaveForgotten() {
        VideoJobs jobs = world.open(world.settings("eachlabs", "videojob.journal.retention = 1d"));

        Orphans orphans = jobs.orphans(Duration.ofDays(7));

        assertThat(Duration.between(orphans.since(), world.time().now())).isLessThan(Duration.ofDays(2));
    }
}
