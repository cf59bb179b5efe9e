package io.videojob.cli;

import io.videojob.JobId;
import io.videojob.Listing;
import io.videojob.Orphan;
import io.videojob.OrphanList;
import io.videojob.Orphans;
import io.videojob.SavedFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Orphans as people read them, and as programs do. */
final class OrphanText {
    private OrphanText() {}

    /** A line each; empty if there are none. */
    static String of(Orphans orphans) {
        List<String> lines = new ArrayList<>();
        for (Orphan orphan : orphans.found()) {
            lines.add(Shown.line(String.format(
                            Locale.ROOT,
                            "%-16s  %-12s  %-10s  %s  %s  %s",
                            orphan.createdAt().map(JobText::time).orElse("-"),
                            orphan.vendorStatus().map(Shown::value).orElse("-"),
                            orphan.cost()
                                    .map(cost -> cost.amount().toPlainString() + " " + cost.currency())
                                    .orElse("-"),
                            orphan.reference(),
                            orphan.model().map(Shown::value).orElse("-"),
                            words(orphan)))
                    .stripTrailing());
        }
        return String.join(System.lineSeparator(), lines);
    }

    private static String words(Orphan orphan) {
        String id = orphan.job().map(JobId::toString).orElse("");
        String job = id.isEmpty() ? "" : "job " + id;
        return switch (orphan.kind()) {
            case SET_ASIDE -> "(" + job + " set it aside)";
            case AWAITED -> "(no orphan yet: may be " + (job.isEmpty() ? "one of many jobs" : job) + ")";
            case UNCLAIMED ->
                job.isEmpty()
                        ? orphan.sendTag()
                                .filter(tag -> tag.startsWith("vj-"))
                                .map(tag -> "(sent as " + Shown.value(tag) + ")")
                                .orElse("")
                        : "(may be of " + job + ", which went on without it)";
        };
    }

    /** What a list could not show; empty if it showed all. */
    static Optional<String> limits(OrphanList list) {
        List<String> words = new ArrayList<>();
        if (list.shows() == Listing.NONE) {
            words.add("has no list of jobs: look at the vendor's own pages");
        }
        if (list.shows() == Listing.ENDED) {
            words.add("lists only what has ended, so none that still runs is seen");
        }
        if (list.isCut() && list.trouble().isEmpty()) {
            words.add("its list has more than the " + list.rows() + " rows that were read; shorten --since");
        }
        if (list.leftOut() > 0) {
            words.add(list.leftOut() + " of " + list.rows()
                    + " rows left out (failed unpaid, no video model, or no id);" + " --all shows them");
        }
        return words.isEmpty() ? Optional.empty() : Optional.of(list.provider() + ": " + String.join("; ", words));
    }

    /** All of it, with what became of those that were adopted. */
    static Map<String, @Nullable Object> json(Orphans orphans, Map<Orphan, Adopted> adopted) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("since", orphans.since().toString());
        json.put(
                "orphans",
                orphans.found().stream()
                        .map(orphan -> json(orphan, adopted.get(orphan)))
                        .toList());
        json.put("lists", orphans.lists().stream().map(OrphanText::json).toList());
        json.put("error", null);
        return json;
    }

    /** What became of an orphan: the job that has it now, its files, or why not. */
    record Adopted(
            @Nullable JobId job,
            List<SavedFile> saved,
            @Nullable Exception error) {}

    private static Map<String, @Nullable Object> json(Orphan orphan, @Nullable Adopted adopted) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("vendorRef", orphan.reference().toString());
        json.put("kind", orphan.kind().name());
        json.put("jobId", orphan.job().map(JobId::toString).orElse(null));
        json.put("listed", orphan.isListed());
        json.put("model", orphan.model().orElse(null));
        json.put("createdAt", orphan.createdAt().map(Object::toString).orElse(null));
        json.put("vendorStatus", orphan.vendorStatus().orElse(null));
        json.put("cost", JobJson.cost(orphan.cost()));
        json.put("sendTag", orphan.sendTag().orElse(null));
        JobId by = adopted == null ? null : adopted.job();
        json.put("adoptedBy", by == null ? null : by.toString());
        json.put(
                "files",
                adopted == null
                        ? List.of()
                        : adopted.saved().stream()
                                .map(file -> file.file().toString())
                                .toList());
        Exception error = adopted == null ? null : adopted.error();
        json.put("error", error == null ? null : JobJson.error(error));
        return json;
    }

    private static Map<String, @Nullable Object> json(OrphanList list) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("provider", list.provider());
        json.put("shows", list.shows().name());
        json.put("rows", list.rows());
        json.put("leftOut", list.leftOut());
        json.put("cut", list.isCut());
        json.put("error", list.trouble().map(JobJson::error).orElse(null));
        return json;
    }
}
