package io.videojob.endurance;

import io.videojob.VendorRef;
import io.videojob.sandbox.Sandbox;
import io.videojob.sandbox.VendorSandbox;
import io.videojob.sandbox.report.Create;
import io.videojob.sandbox.report.JobView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** What the vendors made and billed, by the tag in each request's prompt. */
final class Vendors {
    private static final Pattern TAG = Pattern.compile("film-[\\w-]+");
    private static final Set<String> WELL = Set.of("success", "completed");

    /** One job of a vendor. */
    record Made(VendorRef reference, @Nullable String tag, boolean ended, boolean billed) {}

    private final Sandbox sandbox;

    Vendors(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** Every job that was made. A job is there a moment before it is known of which create it is. */
    List<Made> made() {
        return Awaitility.await("the creates of all jobs")
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .until(this::madeNow, all -> all.stream().noneMatch(made -> made.tag() == null));
    }

    private List<Made> madeNow() {
        List<Made> all = new ArrayList<>(made("aimlapi", sandbox.aimlapi()));
        all.addAll(made("eachlabs", sandbox.eachlabs()));
        return all;
    }

    /** The one job that was made for the tag and was not a failure, if there is one. */
    Optional<VendorRef> findAnyOf(String tag) {
        return made().stream()
                .filter(made -> tag.equals(made.tag()))
                .filter(made -> made.billed() || !made.ended())
                .map(Made::reference)
                .findFirst();
    }

    private static List<Made> made(String name, VendorSandbox vendor) {
        Map<String, String> tags = new HashMap<>();
        for (Create create : vendor.creates()) {
            create.jobId().ifPresent(id -> tags.put(id, tag(create)));
        }
        return vendor.jobs().stream()
                .map(job -> new Made(VendorRef.of(name, job.id()), tags.get(job.id()), job.ended(), isBilled(job)))
                .toList();
    }

    private static boolean isBilled(JobView job) {
        return job.ended() && WELL.contains(job.status());
    }

    /** The tag in the prompt of a create. */
    static String tag(Create create) {
        Matcher tag = TAG.matcher(create.request().body());
        if (!tag.find()) {
            throw new IllegalStateException("a create without a tag: " + create.request());
        }
        return tag.group();
    }
}
