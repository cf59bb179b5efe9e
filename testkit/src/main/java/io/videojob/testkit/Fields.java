package io.videojob.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.videojob.Field;
import io.videojob.FieldReport;
import io.videojob.Plan;
import io.videojob.VideoRequest;
import io.videojob.catalog.FieldSpec;
import io.videojob.catalog.ModelProfile;
import io.videojob.spi.SubmitOutcome;
import io.videojob.testkit.VendorServer.Play;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Every field of every profile goes over the wire as the plan says, and every other field is refused. */
final class Fields {
    private final Bench bench;

    Fields(Bench bench) {
        this.bench = bench;
    }

    Stream<DynamicTest> all() {
        Stream<DynamicTest> samples = Stream.concat(Stream.of(bench.script.request), bench.script.samples.stream())
                .map(sample -> dynamicTest("the script's " + sample, () -> carried(bench.accepted(sample))));
        return Stream.concat(
                samples, bench.provider.traits().profiles().all().stream().flatMap(this::ofProfile));
    }

    private Stream<DynamicTest> ofProfile(ModelProfile profile) {
        Stream<DynamicTest> neutral = Stream.of(Field.values())
                .map(field -> profile.field(field.key())
                        .map(spec -> carries(profile, spec))
                        .orElseGet(() -> refuses(profile, field)));
        Stream<DynamicTest> options =
                profile.fields().stream().filter(spec -> spec.field().isEmpty()).map(spec -> carries(profile, spec));
        return Stream.of(neutral, options, Stream.of(refusesUnknownOption(profile)))
                .flatMap(tests -> tests);
    }

    private DynamicTest carries(ModelProfile profile, FieldSpec spec) {
        return dynamicTest(profile + " carries " + spec, () -> {
            for (UnaryOperator<VideoRequest.Builder> setting : settings(spec)) {
                Plan.Candidate candidate = candidate(profile, spec, setting);
                Check.expect(
                        fate(candidate, spec.name()) == FieldReport.Fate.APPLIED,
                        spec.name() + " is APPLIED in the plan",
                        candidate);
                carried(candidate);
            }
        });
    }

    private DynamicTest refuses(ModelProfile profile, Field field) {
        return dynamicTest(profile + " refuses " + field.key() + ", which it lacks", () -> {
            Object value = SampleValues.of(field, null).get(0);
            isRefused(base(profile, b -> b).toBuilder().set(field, value).build(), field.key());
        });
    }

    private DynamicTest refusesUnknownOption(ModelProfile profile) {
        return dynamicTest(
                profile + " refuses an option that it lacks",
                () -> isRefused(
                        base(profile, b -> b).toBuilder()
                                .option("contract_made_this_up", 1)
                                .build(),
                        "contract_made_this_up"));
    }

    private void isRefused(VideoRequest request, String field) {
        Plan plan = bench.jobs.plan(request);
        Check.expect(
                !plan.isAccepted()
                        && plan.candidates().stream().anyMatch(c -> fate(c, field) == FieldReport.Fate.REFUSED),
                field + " is REFUSED before anything is sent",
                plan);
    }

    /** The create on the wire holds all of the plan's body, and the model's name. */
    private void carried(Plan.Candidate candidate) {
        Play play = bench.answers(bench.script.accepted.answer());
        SubmitOutcome unused = Check.outcome(
                () -> bench.provider.submit(bench.submission(candidate).build()));
        VendorRequest sent = play.requests().stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError("expected: a create on the wire; but nothing came"));
        Object tree = sent.json().orElse("");
        Map<?, ?> body = Wire.holding(tree, candidate.body()).orElse(Map.of());
        candidate
                .body()
                .forEach((name, value) -> Check.expect(
                        body.containsKey(name) && Wire.same(body.get(name), value),
                        name + " = " + value + " on the wire, as the plan says",
                        body.containsKey(name) ? body.get(name) : "no " + name + " in " + sent.body()));
        Check.expect(!Wire.holdsNull(tree), "no null on the wire", sent.body());
        String target = URLDecoder.decode(sent.target(), StandardCharsets.UTF_8);
        Check.expect(
                Wire.says(tree, candidate.model()) || target.contains(candidate.model()),
                "the model " + candidate.model() + " in the create",
                sent.target() + " " + sent.body());
    }

    private List<UnaryOperator<VideoRequest.Builder>> settings(FieldSpec spec) {
        return spec.field()
                .map(field -> SampleValues.of(field, spec).stream()
                        .<UnaryOperator<VideoRequest.Builder>>map(value -> b -> b.set(field, value))
                        .toList())
                .orElseGet(() -> SampleValues.ofOption(spec).stream()
                        .<UnaryOperator<VideoRequest.Builder>>map(value -> b -> b.option(spec.name(), value))
                        .toList());
    }

    private Plan.Candidate candidate(
            ModelProfile profile, FieldSpec spec, UnaryOperator<VideoRequest.Builder> setting) {
        VideoRequest request = base(profile, setting);
        return bench.jobs.plan(request).first().orElseGet(() -> sampleWith(profile, spec, setting));
    }

    /** A field that goes only with others: the script has a sample of it. */
    private Plan.Candidate sampleWith(
            ModelProfile profile, FieldSpec spec, UnaryOperator<VideoRequest.Builder> setting) {
        return bench.script.samples.stream()
                .flatMap(sample ->
                        bench.jobs.plan(setting.apply(sample.toBuilder()).build()).candidates().stream())
                .filter(c -> c.isAccepted() && c.model().equals(profile.slug()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("expected: a request that carries " + spec + "; but " + profile
                        + " refuses all that were tried: " + bench.jobs.plan(base(profile, setting))
                        + "; give the script a sample(...)"));
    }

    /** What the model asks for, and a setting; if that breaks a rule, one field more. */
    private VideoRequest base(ModelProfile profile, UnaryOperator<VideoRequest.Builder> setting) {
        VideoRequest.Builder required = VideoRequest.builder(bench.provider.name() + ":" + profile.slug());
        for (FieldSpec spec :
                profile.fields().stream().filter(FieldSpec::isRequired).toList()) {
            required = settings(spec).get(0).apply(required);
        }
        VideoRequest request = setting.apply(required).build();
        return Stream.concat(Stream.of(request), oneMore(profile, request, setting))
                .filter(tried -> bench.jobs.plan(tried).isAccepted())
                .findFirst()
                .orElse(request);
    }

    private Stream<VideoRequest> oneMore(
            ModelProfile profile, VideoRequest request, UnaryOperator<VideoRequest.Builder> setting) {
        return profile.fields().stream()
                .filter(spec -> !spec.isRequired())
                .flatMap(spec -> settings(spec).stream())
                .map(more -> setting.apply(more.apply(request.toBuilder())).build());
    }

    private static FieldReport.Fate fate(Plan.Candidate candidate, String field) {
        Optional<FieldReport> report =
                candidate.fields().stream().filter(r -> r.field().equals(field)).findFirst();
        return report.map(FieldReport::fate).orElse(FieldReport.Fate.DEFAULTED);
    }
}
