package io.videojob.testkit;

import io.videojob.Field;
import io.videojob.Output;
import io.videojob.Plan;
import io.videojob.spi.Submission;
import io.videojob.spi.VendorState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Many threads on one provider: all are on the wire at once, and each gets its own job. */
final class Crowd {
    static final int THREADS = 32;

    private static final Pattern WHO = Pattern.compile("crowd-(\\d+)-");

    private final Bench bench;
    private final CountDownLatch arrived = new CountDownLatch(THREADS);
    private final CountDownLatch looked = new CountDownLatch(THREADS);
    private volatile boolean vain;

    Crowd(Bench bench) {
        this.bench = bench;
    }

    void run() throws Exception {
        List<Submission> submissions = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            submissions.add(submission(i));
        }
        bench.server.play(this::answer);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> {
            Thread thread = new Thread(work, "videojob-testkit-crowd");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Callable<Map.Entry<String, String>>> calls = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                Submission mine = submissions.get(i);
                String me = "crowd-" + i + "-";
                calls.add(() -> Map.entry(me, job(mine)));
            }
            for (Future<Map.Entry<String, String>> call : threads.invokeAll(calls)) {
                Map.Entry<String, String> came = call.get();
                Check.expect(
                        came.getValue().contains(came.getKey() + "id")
                                && came.getValue().contains(came.getKey() + "link"),
                        "the thread of " + came.getKey() + " gets its own id and its own link",
                        came.getValue());
            }
        } finally {
            threads.shutdownNow();
        }
        Check.expect(arrived.getCount() == 0, "all " + THREADS + " creates on the wire at once", waiting(arrived));
        Check.expect(looked.getCount() == 0, "all " + THREADS + " looks on the wire at once", waiting(looked));
    }

    private static String waiting(CountDownLatch latch) {
        return "only " + (THREADS - latch.getCount()) + " of them; the others waited";
    }

    private Submission submission(int number) {
        Plan.Candidate mine = bench.accepted(bench.script.request.toBuilder()
                .set(Field.PROMPT, "crowd-" + number + "-prompt")
                .build());
        return bench.submission(mine).build();
    }

    private String job(Submission mine) {
        String id =
                Check.outcome(() -> bench.provider.submit(mine)).vendorJobId().orElse("no id");
        VendorState state = bench.provider.fetch(id);
        return id + " " + state.outputs().stream().map(Output::uri).toList();
    }

    private Reply answer(VendorRequest request) {
        Matcher who = WHO.matcher(request.target() + request.body());
        if (!who.find()) {
            return Reply.of(Answer.of(400, "{\"error\":\"neither prompt nor id of this crowd\"}"));
        }
        boolean create = request.body().contains(who.group() + "prompt");
        waitForAll(create ? arrived : looked);
        if (create) {
            return Reply.of(bench.script.accepted.with(who.group() + "id"));
        }
        String link = bench.script.finished.get(0).links().get(0);
        return Reply.of(
                Documented.swapped(bench.finished(), link, "https://results.example/" + who.group() + "link.mp4"));
    }

    /** Once they didn't come in time, nobody waits again. */
    private void waitForAll(CountDownLatch latch) {
        if (vain) {
            return;
        }
        latch.countDown();
        try {
            vain |= !latch.await(3, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
