package io.videojob.http;

import io.videojob.FailureReason;
import io.videojob.Output;
import io.videojob.VendorAnswer;
import io.videojob.spi.VendorState;
import io.videojob.spi.VendorState.Phase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A vendor's words for how a job stands, and their neutral sense. Compared whatever their case. */
public final class StatusWords {
    private final Map<String, Phase> phases = new LinkedHashMap<>();

    /** A table: the words of each sense. */
    public StatusWords(Map<Phase, List<String>> words) {
        words.forEach((phase, all) -> all.forEach(word -> phases.put(word.toLowerCase(Locale.ROOT), phase)));
    }

    /** The sense of a word; empty if no table knows it. */
    public Optional<Phase> phase(@Nullable String word) {
        return Optional.ofNullable(word).map(w -> phases.get(w.strip().toLowerCase(Locale.ROOT)));
    }

    /** Begins the state of a job with that word. A word that is not in the table means: running, and not known. */
    public VendorState.Builder state(@Nullable String word) {
        String own = word == null ? "" : word.strip();
        return phase(own)
                .map(phase -> VendorState.builder(phase, own))
                .orElseGet(() -> VendorState.builder(Phase.RUNNING, own).unknownWord());
    }

    /** Begins the state of a job that is done: with its outputs or, if the vendor's answer holds none, with its result lost. */
    public static VendorState.Builder done(String word, List<Output> outputs) {
        VendorAnswer nothing = VendorAnswer.ofMessage("the job is a success, but its answer holds no file");
        return outputs.isEmpty()
                ? VendorState.builder(Phase.FAILED, word).failure(FailureReason.RESULT_LOST, nothing)
                : VendorState.builder(Phase.SUCCEEDED, word).outputs(outputs);
    }
}
