package io.videojob.testkit;

import io.videojob.FailureReason;
import io.videojob.ProtocolException;
import io.videojob.ProviderException;
import io.videojob.RefusalReason;
import io.videojob.TransportException;
import io.videojob.VendorAnswer;
import io.videojob.spi.VendorState;
import io.videojob.spi.VendorState.Phase;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;

/** Adapters that are wrong about jobs that are at the vendor. */
final class BrokenLooks {
    private BrokenLooks() {}

    static List<Broken> all() {
        return List.of(
                states(
                        "throws on a word that it doesn't know",
                        state -> {
                            if (!state.isKnownWord()) {
                                throw new IllegalStateException("no such status: " + state.word());
                            }
                            return state;
                        },
                        "anUndocumentedWordMeansNotFinished: .*",
                        "anOddAnswerIsAFailedLook: a look answered with \\{\\}",
                        "anAnswerMayChangeWhereItDoesNoHarm: .* as stage"),
                states(
                        "takes a word that it doesn't know for a failure",
                        state -> state.isKnownWord() ? state : failed(state.word(), FailureReason.OTHER),
                        "anUndocumentedWordMeansNotFinished: .*",
                        "anOddAnswerIsAFailedLook: a look answered with \\{\\}",
                        "anAnswerMayChangeWhereItDoesNoHarm: .* as stage",
                        "aWholeJobRunsThroughTheLibrary: .*"),
                states(
                        "loses all outputs but the first",
                        state -> state.outputs().size() < 2
                                ? state
                                : VendorState.builder(state.phase(), state.word())
                                        .outputs(state.outputs().subList(0, 1))
                                        .build(),
                        "everyFinishedJobGivesAllItsOutputs: 200 .*reels.*"),
                states(
                        "says of no failure that it was for content",
                        state -> state.failure()
                                        .filter(FailureReason.CONTENT_REJECTED::equals)
                                        .isPresent()
                                ? failed(state.word(), FailureReason.OTHER)
                                : state,
                        "everyFailedJobSaysWhy: CONTENT_REJECTED: .*"),
                looks(
                        "takes a job that isn't found for a failed one",
                        (honest, settings, id) -> {
                            try {
                                return honest.fetch(id);
                            } catch (ProviderException no) {
                                if (no.answer().orElseThrow().httpStatus() == 404) {
                                    return failed("gone", FailureReason.OTHER);
                                }
                                throw no;
                            }
                        },
                        "aRefusedLookSaysNothingOfTheJob: a look answered 404 .*"),
                looks(
                        "looks again at once when the answer is lost",
                        (honest, settings, id) -> {
                            try {
                                return honest.fetch(id);
                            } catch (TransportException lost) {
                                return honest.fetch(id);
                            }
                        },
                        "anOddAnswerIsAFailedLook: a look whose answer is lost by .*"),
                looks(
                        "encodes an id twice",
                        (honest, settings, id) -> honest.fetch(URLEncoder.encode(id, StandardCharsets.UTF_8)),
                        "anIdIsOpaque: a look asks for .*"),
                looks(
                        "refuses every id that isn't plain",
                        (honest, settings, id) -> {
                            if (!id.matches("[\\w-]+")) {
                                throw new ProviderException(
                                        "no such id: " + id, RefusalReason.NOT_FOUND, null, VendorAnswer.nothing());
                            }
                            return honest.fetch(id);
                        },
                        "anIdIsOpaque: a look asks for .*"),
                looks(
                        "reads all of 50 MB",
                        (honest, settings, id) -> {
                            try {
                                return honest.fetch(id);
                            } catch (ProtocolException e) {
                                if (String.valueOf(e.getMessage()).contains("MiB")) {
                                    return Rough.readAll(settings, "/studio/films/" + id);
                                }
                                throw e;
                            }
                        },
                        "anOddAnswerIsAFailedLook: a look answered with 50 MB.*"));
    }

    private static VendorState failed(String word, FailureReason reason) {
        return VendorState.builder(Phase.FAILED, word)
                .failure(reason, VendorAnswer.nothing())
                .build();
    }

    private static Broken states(String name, UnaryOperator<VendorState> change, String... failing) {
        return looks(name, (honest, settings, id) -> change.apply(honest.fetch(id)), failing);
    }

    private static Broken looks(String name, Bends.Look look, String... failing) {
        return Broken.of(name, Bends.look(look), failing);
    }
}
