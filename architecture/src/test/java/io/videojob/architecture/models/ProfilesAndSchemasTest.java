package io.videojob.architecture.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.videojob.catalog.Families;
import io.videojob.catalog.FieldSpec;
import io.videojob.catalog.ModelProfile;
import io.videojob.catalog.Profiles;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The profiles of Kling O1 against each vendor's own schemas, which lie among the adapter's fixtures. */
class ProfilesAndSchemasTest {
    private static final Path MODULES =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath().getParent();

    private static JsonNode schemas(String vendor) {
        Path file = MODULES.resolve(
                "provider-" + vendor + "/src/test/resources/io/videojob/" + vendor + "/kling-o1-schemas.json");
        try {
            return new ObjectMapper().readTree(Files.readString(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The profiles that there is a schema for. */
    private static List<ModelProfile> profilesOf(String vendor) {
        Set<String> slugs = names(schemas(vendor)).collect(Collectors.toSet());
        return Profiles.read(ProfilesAndSchemasTest.class, "/io/videojob/" + vendor + "/models/index.json")
                .all()
                .stream()
                .filter(profile -> slugs.contains(profile.slug()))
                .toList();
    }

    private static Stream<String> names(JsonNode node) {
        return StreamSupport.stream(((Iterable<String>) node::fieldNames).spliterator(), false);
    }

    static Stream<Arguments> profiles() {
        return Stream.of("aimlapi", "eachlabs").flatMap(vendor -> {
            JsonNode schemas = schemas(vendor);
            return profilesOf(vendor).stream()
                    .map(profile -> argumentSet(vendor + " " + profile, profile, schemas.path(profile.slug())));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"aimlapi", "eachlabs"})
    void theFiveModelsAreThere_eachOfItsFamily(String vendor) {
        List<ModelProfile> profiles = profilesOf(vendor);
        assertThat(profiles)
                .extracting(ModelProfile::slug)
                .containsExactlyInAnyOrderElementsOf(names(schemas(vendor))
                        .filter(name -> !name.startsWith("_"))
                        .toList());
        assertThat(profiles.stream()
                        .map(p -> Families.find(p.family().orElseThrow()).orElseThrow()))
                .containsExactlyInAnyOrderElementsOf(Families.all().stream()
                        .filter(family -> family.id().startsWith("kling-o1/"))
                        .toList());
        assertThat(profiles).allSatisfy(p -> assertThat(p.source()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void aProfileSaysWhatTheSchemaSays(ModelProfile profile, JsonNode schema) {
        Set<String> required = new TreeSet<>();
        schema.get("required").forEach(name -> required.add(name.asText()));
        assertThat(profile.fields().stream().map(FieldSpec::wireName))
                .containsExactlyInAnyOrderElementsOf(names(schema.get("properties"))
                        .filter(name -> !name.equals("model"))
                        .toList());
        for (FieldSpec spec : profile.fields()) {
            JsonNode there = schema.get("properties").get(spec.wireName());
            assertThat(spec.isRequired()).as("required: %s", spec).isEqualTo(required.contains(spec.wireName()));
            assertThat(jsonType(spec))
                    .as("type: %s", spec)
                    .isEqualTo(there.get("type").asText());
            assertThat(texts(spec.values())).as("values: %s", spec).isEqualTo(texts(there.path("enum")));
            // That a request without this option is routed by "auto" stands in its description.
            String fallback = there.path("default").asText(spec.name().equals("provider") ? "auto" : "");
            assertThat(spec.defaultValue().map(String::valueOf).orElse(""))
                    .as("default: %s", spec)
                    .isEqualTo(fallback);
            assertThat(spec.maxLength().orElse(0))
                    .as("length: %s", spec)
                    .isEqualTo(there.path("maxLength").asInt(0));
            assertThat(spec.minItems().orElse(0))
                    .as("items: %s", spec)
                    .isEqualTo(there.path("minItems").asInt(0));
            assertThat(spec.maxItems().orElse(0))
                    .as("items: %s", spec)
                    .isEqualTo(there.path("maxItems").asInt(0));
            assertThat(spec.min().map(BigDecimal::intValue).orElse(0))
                    .isEqualTo(there.path("minimum").asInt(0));
            assertThat(spec.max().map(BigDecimal::intValue).orElse(0))
                    .isEqualTo(there.path("maximum").asInt(0));
            spec.elementShape().ifPresent(shape -> {
                JsonNode others = there.get("items").get("properties").get(shape.others());
                assertThat(there.get("items").get("properties").has(shape.front()))
                        .isTrue();
                assertThat(shape.minOthers()).isEqualTo(others.get("minItems").asInt());
                assertThat(shape.maxOthers()).isEqualTo(others.get("maxItems").asInt());
            });
        }
    }

    private static String jsonType(FieldSpec spec) {
        return switch (spec.type()) {
            case URL -> "string";
            case URLS, ELEMENTS, LIST -> "array";
            default -> spec.type().key();
        };
    }

    private static Set<String> texts(Iterable<?> values) {
        Set<String> all = new TreeSet<>();
        values.forEach(value -> all.add(value instanceof JsonNode node ? node.asText() : value.toString()));
        return all;
    }
}
