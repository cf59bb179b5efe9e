package io.videojob.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.videojob.Field;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a model is for, as its fields tell or as the profile says. */
class ModesTest {

    private static ModelProfile.Builder model(FieldSpec.Builder... fields) {
        return ModelProfile.builder("m")
                .fields(Stream.of(fields).map(FieldSpec.Builder::build).toList());
    }

    private static FieldSpec.Builder prompt() {
        return FieldSpec.field(Field.PROMPT, "prompt", WireType.STRING).required(true);
    }

    private static FieldSpec.Builder url(Field field) {
        return FieldSpec.field(field, field.key(), WireType.URL);
    }

    private static FieldSpec.Builder urls(Field field) {
        return FieldSpec.field(field, field.key(), WireType.URLS);
    }

    private static List<String> modes(ModelProfile.Builder model) {
        return model.build().modes();
    }

    @Test
    void aPromptAloneIsText() {
        assertThat(modes(model(prompt()))).containsExactly("text");
        assertThat(modes(model(FieldSpec.field(Field.SHOTS, "shots", WireType.SHOTS))))
                .containsExactly("text");
        assertThat(modes(model(FieldSpec.field(Field.SEED, "seed", WireType.INTEGER))))
                .isEmpty();
    }

    @Test
    void framesThatMayBeLeftOutLeaveTextPossible() {
        assertThat(modes(model(prompt(), url(Field.FIRST_FRAME), url(Field.LAST_FRAME))))
                .containsExactly("text", "image", "frames");
        assertThat(modes(model(prompt(), url(Field.FIRST_FRAME).required(true))))
                .containsExactly("image");
    }

    @Test
    void whereARuleWantsAMediumTextIsNotEnough() {
        UnaryOperator<ModelProfile.Builder> oneOf =
                model -> model.constraints(List.of(Constraint.atLeastOne(List.of("firstFrame", "referenceImages"))));
        assertThat(modes(oneOf.apply(model(prompt(), url(Field.FIRST_FRAME), urls(Field.REFERENCE_IMAGES)))))
                .containsExactly("image", "reference");
        assertThat(modes(model(prompt(), url(Field.FIRST_FRAME))
                        .constraints(List.of(Constraint.atLeastOne(List.of("prompt", "firstFrame"))))))
                .containsExactly("text", "image");
        assertThat(modes(model(prompt(), url(Field.FIRST_FRAME))
                        .constraints(List.of(Constraint.needs("prompt", List.of("firstFrame"))))))
                .containsExactly("image");
    }

    @Test
    void aVideoWithAPromptIsEdited_andReferencesAreOneModeOfAnyKind() {
        assertThat(modes(model(
                        prompt(),
                        url(Field.SOURCE_VIDEO).required(true),
                        urls(Field.REFERENCE_VIDEOS),
                        urls(Field.REFERENCE_IMAGES))))
                .containsExactly("reference", "edit");
        assertThat(modes(model(url(Field.SOURCE_VIDEO)))).isEmpty();
    }

    @Test
    void whatTheProfileSaysCounts() {
        assertThat(modes(model(prompt(), url(Field.SOURCE_VIDEO)).modes(List.of("extend", "lip-sync"))))
                .containsExactly("extend", "lip-sync");
        String json = Wordy.JSON.replace("\"produces\":", "\"modes\": [\"effects\"], \"produces\":");
        assertThat(Profiles.parse(json, "wordy.json").all().get(0).modes()).containsExactly("effects");
        assertThat(Wordy.PROFILE.modes()).containsExactly("text", "reference");
    }

    @Test
    void aModeIsOneWordAndSaidOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> modes(model(prompt()).modes(List.of("Lip Sync"))))
                .withMessage("has the mode \"Lip Sync\"; a mode is called like lip-sync");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> modes(model(prompt()).modes(List.of("extend", "extend"))))
                .withMessage("has a mode twice");
    }
}
