package io.videojob.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.videojob.FieldReport;
import io.videojob.Plan;
import io.videojob.SavedFile;
import io.videojob.VideoJob;
import io.videojob.VideoJobs;
import io.videojob.VideoRequest;
import io.videojob.sandbox.Sandbox;
import io.videojob.sandbox.report.Create;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Switching vendor is a line of configuration, and gives the same video settings. */
class SwitchTest {
    @RegisterExtension
    final World world = new World();

    @TempDir
    Path folder;

    /** As a program does it: {@code fromConfig}, the system's own clock and threads. */
    @ParameterizedTest
    @EnumSource
    void theRouteAloneDecidesWhoMakesTheVideo(Vendor vendor) throws Exception {
        try (Sandbox sandbox = Sandbox.builder().speed(600).start()) {
            Properties settings = new Properties();
            Stream.concat(sandbox.aimlapi().properties().stream(), sandbox.eachlabs().properties().stream())
                    .map(line -> line.split(" = ", 2))
                    .forEach(line -> settings.setProperty(line[0], line[1]));
            settings.setProperty("videojob.poll.interval", "50ms");
            settings.setProperty("videojob.route", vendor.key());

            Path film = folder.resolve("raccoon.mp4");
            try (VideoJobs jobs = VideoJobs.fromConfig(settings)) {
                jobs.submit(Requests.raccoon()).await(Duration.ofMinutes(1)).saveTo(film);
            }

            assertThat(Mp4.length(film)).isEqualTo(Duration.ofSeconds(5));
            assertThat(vendor.in(sandbox).creates())
                    .hasSize(1)
                    .allMatch(create -> create.problems().isEmpty());
            assertThat(vendor.in(sandbox).bill().jobs()).isEqualTo(1);
            assertThat(vendor.other().in(sandbox).creates()).isEmpty();
            assertThat(sandbox.leakedKeys()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWasMadeBeforeTheSwitchIsSavedAfterIt(Vendor vendor) throws Exception {
        VideoJob job;
        try (VideoJobs before = world.open(vendor, world.journal())) {
            job = before.submit(Requests.raccoon());
            job.await(World.LONG);
        }
        VideoJobs after = world.open(vendor.other(), world.journal());

        world.assertDelivered(after.find(job.id()).orElseThrow());
    }

    static Stream<Arguments> everyFamilyAtEachVendor() {
        return Requests.SMALLEST.stream()
                .flatMap(request -> Arrays.stream(Vendor.values())
                        .map(vendor ->
                                Arguments.argumentSet(request.model() + " at " + vendor.key(), request, vendor)));
    }

    @ParameterizedTest
    @MethodSource("everyFamilyAtEachVendor")
    void everyFamilyIsDeliveredByEachVendorAndSentAsPlanned(VideoRequest request, Vendor vendor) throws Exception {
        VideoJobs jobs = world.open(vendor);
        Plan.Candidate planned = jobs.plan(request).first().orElseThrow();

        VideoJob job = jobs.submit(request);
        SavedFile saved = job.await(World.LONG).saveTo(folder.resolve("result"));

        assertThat(saved.bytes()).isEqualTo(Files.size(saved.file())).isPositive();
        world.assertOneCreateOneBill(vendor);
        Create create = world.at(vendor).creates().get(0);
        assertThat(create.request().model()).isEqualTo(planned.model());
        assertThat(sorted(vendor.input(create.request().json()))).isEqualTo(sorted(planned.body()));
    }

    static Stream<VideoRequest> requests() {
        return Stream.concat(Requests.SMALLEST.stream(), Stream.of(Requests.raccoon()));
    }

    /** By its text, since numbers come back from the wire as other types than they were. */
    private static String sorted(Map<String, Object> input) {
        return new TreeMap<>(input).toString();
    }

    @ParameterizedTest
    @MethodSource("requests")
    void theSameRequestMeansTheSameSettingsAtBoth(VideoRequest request) {
        List<Plan.Candidate> candidates =
                world.open(world.settings("aimlapi, eachlabs")).plan(request).candidates();

        assertThat(candidates).extracting(Plan.Candidate::provider).containsExactly("aimlapi", "eachlabs");
        Map<String, String> one = settings(candidates.get(0));
        Map<String, String> other = settings(candidates.get(1));
        TreeSet<String> both = new TreeSet<>(one.keySet());
        both.retainAll(other.keySet());
        assertThat(one.entrySet().stream().filter(e -> both.contains(e.getKey())))
                .containsExactlyInAnyOrderElementsOf(other.entrySet().stream()
                        .filter(e -> both.contains(e.getKey()))
                        .toList());
        assertThat(both)
                .containsAll(request.fields().keySet().stream()
                        .map(field -> field.key())
                        .toList());
    }

    /** A vendor's own default that only one of them has is named, with whose it is. */
    @ParameterizedTest
    @MethodSource("requests")
    void whatOnlyOneVendorHasIsNamedWithItsValue(VideoRequest request) {
        List<Plan.Candidate> candidates =
                world.open(world.settings("aimlapi, eachlabs")).plan(request).candidates();
        Map<String, String> one = settings(candidates.get(0));
        Map<String, String> other = settings(candidates.get(1));

        for (Plan.Candidate candidate : candidates) {
            assertThat(candidate.fields())
                    .filteredOn(report -> !(one.containsKey(report.field()) && other.containsKey(report.field())))
                    .allSatisfy(report -> {
                        assertThat(report.fate()).isEqualTo(FieldReport.Fate.DEFAULTED);
                        assertThat(report.value()).isPresent();
                        assertThat(report.why()).isPresent();
                    });
        }
    }

    /** Unset at one vendor would mean {@code auto}, at the other 16:9: the family's own default is sent. */
    @Test
    void aDefaultThatTheVendorsDoNotShareIsSentAndToldAsTheFamilys() {
        for (Vendor vendor : Vendor.values()) {
            Plan.Candidate candidate =
                    world.open(vendor).plan(Requests.SMALLEST.get(0)).first().orElseThrow();

            assertThat(candidate.body()).containsEntry("aspect_ratio", "16:9");
            assertThat(candidate.fields())
                    .filteredOn(report -> report.field().equals("aspectRatio"))
                    .singleElement()
                    .satisfies(report -> assertThat(report.fate()).isEqualTo(FieldReport.Fate.DEFAULTED));
        }
    }

    private static Map<String, String> settings(Plan.Candidate candidate) {
        Map<String, String> settings = new TreeMap<>();
        candidate
                .fields()
                .forEach(report -> settings.put(report.field(), report.value().orElse("")));
        return settings;
    }
}
