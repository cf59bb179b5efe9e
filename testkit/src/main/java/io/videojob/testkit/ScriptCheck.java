package io.videojob.testkit;

import io.videojob.Listing;
import io.videojob.spi.VendorState.Phase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A script with which no case passes for want of anything to try. */
final class ScriptCheck {
    private ScriptCheck() {}

    static void isComplete(VendorScript.Builder script) {
        require(script.request != null, "request(...)");
        require(script.accepted != null, "accepted(...)");
        require(script.cancelSaid, "cancels(...) or noCancel()");
        require(script.webhooksSaid, "webhooks(...) or noWebhooks()");
        require(script.failedSaid || !script.failures.isEmpty(), "failed(...) or noFailed()");
        require(script.refusalsSaid || !script.refusals.isEmpty(), "refuses(...) or noRefusals()");
        require(
                hasWords(script, Phase.QUEUED) || hasWords(script, Phase.RUNNING),
                "words(...) for QUEUED or RUNNING, or noWords(...) for them");
        require(hasWords(script, Phase.FAILED), "words(...) for FAILED, or noWords(...) for it");
        require(script.lookUps != null, "lookUp(...) or noLookUp()");
        require(findsOrSaysNo(script.lookUps), "lookUp(...) with a job that is found, or noLookUp()");
        require(script.lists != null, "lists(...) or noList()");
        require(listsOrSaysNo(script.lists), "lists(...) with a job and its page, or noList()");
        require(!script.finished.isEmpty() && !script.finished.get(0).links().isEmpty(), "finished(...) with a link");
    }

    /** Each id, word and link stands in its body. */
    static void isConsistent(VendorScript script) {
        Documented.IdInBody accepted = script.accepted;
        Documented.swapped(accepted.answer().body(), accepted.id(), "another id");
        script.finished.forEach(done -> Documented.swapped(done.body(), done.word(), "another word"));
        Documented.Finished first = script.finished.get(0);
        Documented.swapped(first.body(), first.links().get(0), "another link");
    }

    private static boolean hasWords(VendorScript.Builder script, Phase phase) {
        return script.words.containsValue(phase) || script.wordless.contains(phase);
    }

    /** One that never finds anything would pass all cases of look-ups. */
    private static boolean findsOrSaysNo(@Nullable List<Documented.LooksUp> lookUps) {
        return lookUps == null
                || lookUps.isEmpty()
                || lookUps.stream().anyMatch(lookUp -> !lookUp.expected().ids().isEmpty());
    }

    private static boolean listsOrSaysNo(Documented.@Nullable Lists lists) {
        return lists == null
                || lists.shows() == Listing.NONE
                || !(lists.expected().isEmpty() || lists.pages().isEmpty());
    }

    private static void require(boolean said, String how) {
        if (!said) {
            throw new IllegalStateException("the vendor's script is incomplete: call " + how);
        }
    }
}
