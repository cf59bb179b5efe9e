package io.videojob.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.videojob.ConfigurationException;
import io.videojob.Inspection;
import io.videojob.JobFilter;
import io.videojob.JobStatus;
import io.videojob.ProviderInfo;
import io.videojob.VideoJob;
import io.videojob.VideoJobs;
import io.videojob.sandbox.script.JobScript;
import io.videojob.sandbox.script.Operation;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Programs that only look: no key, no request, no step; and settings from a command line. */
class InspectTest {
    @RegisterExtension
    final World world = new World();

    @Test
    void withoutAnyKeyTheModelsAndAPlanAreThereAndNothingIsAsked() {
        Properties settings = new Properties();
        settings.setProperty(
                "videojob.provider.eachlabs.base-url",
                world.at(Vendor.EACHLABS).baseUrl().toString());

        Inspection inspection = world.closing(
                VideoJobs.builder().config(settings).environment(name -> null).inspect());

        assertThat(inspection.models()).anyMatch(model -> model.provider().equals("eachlabs"));
        assertThat(inspection.plan(Requests.raccoon()).candidates()).isNotEmpty();
        assertThat(inspection.providers())
                .filteredOn(provider -> provider.name().equals("eachlabs"))
                .singleElement()
                .satisfies(provider -> {
                    assertThat(provider.isInUse()).isFalse();
                    assertThat(provider.trouble().orElseThrow()).contains("EACHLABS_API_KEY");
                });
        assertThat(asked()).isZero();
    }

    @Test
    void itReadsTheJournalThatAnotherWorksOnAndStepsNoJob() throws Exception {
        world.at(Vendor.EACHLABS).nextJob(JobScript.success().hold());
        Properties settings = world.settings("eachlabs", world.journal());
        VideoJobs working = world.open(settings);
        VideoJob job = working.submit(Requests.raccoon());
        World.until("the id", () -> job.snapshot().vendorRef().isPresent());
        working.close();
        long asked = asked();

        Inspection inspection = world.closing(
                VideoJobs.builder().config(settings).environment(name -> null).inspect());

        assertThat(inspection.list(JobFilter.all())).singleElement().satisfies(seen -> {
            assertThat(seen.id()).isEqualTo(job.id());
            assertThat(inspection.find(seen.vendorRef().orElseThrow())).isPresent();
            assertThat(inspection.explain(seen.id()).orElseThrow().toString()).contains("ACCEPTED");
        });
        assertThat(asked()).isEqualTo(asked);
    }

    @Test
    void aRefreshLooksAtOnce() throws Exception {
        world.at(Vendor.EACHLABS).nextJob(JobScript.success().hold());
        VideoJob job =
                world.open(Vendor.EACHLABS, "videojob.poll.interval = 1h").submit(Requests.raccoon());
        World.until("the id", () -> job.snapshot().vendorRef().isPresent());
        world.at(Vendor.EACHLABS).finish(world.onlyJob(Vendor.EACHLABS));

        assertThat(job.refresh().status()).isEqualTo(JobStatus.SUCCEEDED);
        world.assertDelivered(job);
    }

    @Test
    void aSettingBeatsFileAndEnvironmentAndADefaultIsMadeOnlyWhenNothingIsSaid() {
        Properties file = world.settings("aimlapi", world.journal());
        Map<String, String> environment = Map.of("VIDEOJOB_ROUTE", "aimlapi");

        Inspection inspection = world.closing(VideoJobs.builder()
                .config(file)
                .environment(environment::get)
                .setting("videojob.route", "eachlabs")
                .defaultSetting("videojob.journal.url", () -> {
                    throw new AssertionError("the file names a journal");
                })
                .inspect());

        assertThat(inspection.providers())
                .filteredOn(ProviderInfo::isInUse)
                .extracting(ProviderInfo::name)
                .containsExactly("eachlabs");
        assertThat(inspection.list(JobFilter.all())).isEmpty();
    }

    @Test
    void aSettingThatIsMistypedIsNamedHereToo() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> VideoJobs.builder()
                        .config(world.settings("eachlabs"))
                        .setting("videojob.rout", "eachlabs")
                        .inspect())
                .withMessageContaining("videojob.rout")
                .withMessageContaining("videojob.route");
    }

    /** All requests of any kind that came to Eachlabs. */
    private long asked() {
        return Stream.of(Operation.values())
                .flatMap(operation -> world.at(Vendor.EACHLABS).requests(operation).stream())
                .count();
    }
}
