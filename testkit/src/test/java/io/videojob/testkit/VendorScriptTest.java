package io.videojob.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.videojob.FailureReason;
import io.videojob.Listing;
import io.videojob.RefusalReason;
import io.videojob.VideoRequest;
import io.videojob.atelier.AtelierFactory;
import io.videojob.spi.ListedJob;
import io.videojob.spi.Lookup;
import io.videojob.spi.VendorState.Phase;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class VendorScriptTest {
    private record Part(String asked, Consumer<VendorScript.Builder> said) {}

    private static final Part[] PARTS = {
        new Part("failed(...) or noFailed()", b -> b.failed("{\"stage\":\"spoiled\"}", FailureReason.OTHER)),
        new Part("refuses(...) or noRefusals()", b -> b.refuses(401, "{}", RefusalReason.AUTHENTICATION)),
        new Part("QUEUED or RUNNING", b -> b.words(Phase.QUEUED, "on the shelf")),
        new Part("lists(...) or noList()", b -> b.noList()),
        new Part("FAILED", b -> b.words(Phase.FAILED, "spoiled")),
    };

    private static VendorScript.Builder begun() {
        return VendorScript.builder(new AtelierFactory())
                .request(VideoRequest.builder("kling-o1/image-to-video")
                        .prompt("a raccoon")
                        .build())
                .accepted("{\"number\":\"41\"}", "41")
                .finished(
                        "{\"stage\":\"in the can\",\"reels\":[\"https://a.example/1\"]}",
                        "in the can",
                        "https://a.example/1")
                .noCancel()
                .noWebhooks()
                .noLookUp();
    }

    @TestFactory
    Stream<DynamicTest> aScriptIsNotBuiltWithout() {
        return Stream.of(PARTS)
                .map(missing -> DynamicTest.dynamicTest(missing.asked(), () -> {
                    VendorScript.Builder script = begun();
                    Stream.of(PARTS)
                            .filter(part -> !part.equals(missing))
                            .forEach(part -> part.said().accept(script));

                    assertThatIllegalStateException().isThrownBy(script::build).withMessageContaining(missing.asked());
                    missing.said().accept(script);
                    assertThat(script.build()).isNotNull();
                }));
    }

    @Test
    void whatAVendorDoesNotDocumentIsSaidNotToBeThere() {
        assertThat(begun().noFailed()
                        .noList()
                        .noRefusals()
                        .noWords(Phase.RUNNING, Phase.FAILED)
                        .build())
                .isNotNull();
    }

    @Test
    void lookUpsThatFindNothingAreNotEnough() {
        VendorScript.Builder script = begun().noFailed()
                .noList()
                .noRefusals()
                .noWords(Phase.RUNNING, Phase.FAILED)
                .lookUp(Lookup.notSeen(), sent -> List.of(Answer.ok("{\"films\":[]}")));

        assertThatIllegalStateException().isThrownBy(script::build).withMessageContaining("a job that is found");
        script.lookUp(Lookup.found("41"), sent -> List.of(Answer.ok("{\"films\":[{\"number\":\"41\"}]}")));
        assertThat(script.build()).isNotNull();
    }

    @Test
    void aListOfNothingIsNotEnough() {
        VendorScript.Builder script = begun().noFailed()
                .noRefusals()
                .noWords(Phase.RUNNING, Phase.FAILED)
                .lists(Listing.ALL, List.of());

        assertThatIllegalStateException().isThrownBy(script::build).withMessageContaining("with a job and its page");
        script.lists(
                Listing.ALL, List.of(ListedJob.builder("41").build()), Answer.ok("{\"films\":[{\"number\":\"41\"}]}"));
        assertThat(script.build()).isNotNull();
    }
}
