package io.videojob.endurance;

import io.videojob.JobFilter;
import io.videojob.JobId;
import io.videojob.JobSnapshot;
import io.videojob.VendorRef;
import io.videojob.VideoJob;
import io.videojob.VideoJobException;
import io.videojob.VideoJobs;
import io.videojob.VideoRequest;
import io.videojob.aimlapi.AimlApi;
import io.videojob.eachlabs.Eachlabs;
import io.videojob.http.AccountBuilder;
import io.videojob.journal.jdbc.JdbcJournal;
import io.videojob.spi.VideoProvider;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * A user's program, to be killed: a {@link VideoJobs} over a journal that others had before, and will have after it. It does
 * what it is told in lines, and says in lines what happens; its log goes the same way. Without a parent it ends.
 */
final class Node {
    private static final JobFilter OPEN = JobFilter.all().open().limit(100_000);

    private final Points points = new Points();
    private final Executor threads = Executors.newCachedThreadPool();
    private final VideoJobs jobs;

    private Node(Properties settings, SharedClock clock) throws IOException {
        String url = settings.getProperty("videojob.journal.url");
        VideoJobs.Builder builder = VideoJobs.builder()
                .config(settings)
                .environment(name -> null)
                .timing(new ChildTime(clock))
                .journal(Watched.journal(JdbcJournal.open(url), points));
        jobs = builder.provider(account("aimlapi", AimlApi.builder(), settings))
                .provider(account("eachlabs", Eachlabs.builder(), settings))
                .build();
        String address = settings.getProperty("videojob.webhook.public-url");
        if (address != null) {
            Hook.open(URI.create(address), jobs.webhooks());
        }
        List<JobSnapshot> open = jobs.list(OPEN);
        open.forEach(job -> jobs.find(job.id()).ifPresent(Node::tellOf));
        open.stream().filter(JobSnapshot::isParked).forEach(Node::tell);
        Say.line("ready " + open.size());
    }

    /** The settings' file and the clock's; {@code begin} on the input lets it begin. */
    public static void main(String[] args) throws IOException {
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Say.line("started");
        if (orders.readLine() == null) {
            Runtime.getRuntime().halt(0);
        }
        Properties settings = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of(args[0]))) {
            settings.load(file);
        }
        try {
            new Node(settings, SharedClock.open(Path.of(args[1]))).obey(orders);
        } catch (RuntimeException e) {
            Say.line("broken " + e.getClass().getName() + ": " + e.getMessage());
            Runtime.getRuntime().halt(1);
        }
    }

    private VideoProvider account(String name, AccountBuilder<? extends VideoProvider> builder, Properties settings) {
        String prefix = "videojob.provider." + name;
        VideoProvider provider = builder.apiKey(settings.getProperty(prefix + ".api-key"))
                .baseUrl(URI.create(settings.getProperty(prefix + ".base-url")))
                .build();
        return Watched.provider(provider, points);
    }

    private void obey(BufferedReader orders) throws IOException {
        for (String line = orders.readLine(); line != null; line = orders.readLine()) {
            String[] words = line.split(" ", 2);
            String rest = words.length == 1 ? "" : words[1];
            switch (words[0]) {
                case "submit" -> threads.execute(() -> submit(rest));
                case "stop-from" -> points.stopFrom(Integer.parseInt(rest));
                case "stop-at" -> points.stopAt(rest);
                case "go" -> points.go();
                case "count" -> points.countAnew();
                case "open" -> Say.line("open " + jobs.list(OPEN).size());
                case "tag" ->
                    Say.line("tag " + rest + " " + job(rest).snapshot().tag().orElseThrow());
                case "wait" -> threads.execute(() -> await(rest));
                case "fill" -> {
                    SmallDisk.fill(Path.of(rest));
                    Say.line("full");
                }
                case "drop" -> Files.delete(Path.of(rest));
                case "give-up" -> threads.execute(() -> settle("given-up", rest, VideoJob::giveUp));
                case "again" -> threads.execute(() -> settle("sent-again", rest, VideoJob::sendAgain));
                case "adopt" -> threads.execute(() -> adopt(rest));
                case "explain" ->
                    Say.line("explained " + job(rest).explain().toString().replace('\n', '|'));
                case "close" -> threads.execute(this::close);
                default -> throw new IllegalArgumentException(line);
            }
        }
        Runtime.getRuntime().halt(0);
    }

    private VideoJob job(String id) {
        return jobs.find(JobId.parse(id)).orElseThrow();
    }

    /** It may have been settled since it was told of: a lost job shows itself late. */
    private void settle(String word, String id, Consumer<VideoJob> how) {
        try {
            VideoJob job = job(id);
            if (job.snapshot().isParked()) {
                how.accept(job);
                Say.line(word + " " + id);
            }
        } catch (IllegalStateException e) {
            Say.line("not settled " + id + " " + e.getMessage());
        }
    }

    private void adopt(String idAndReference) {
        int space = idAndReference.indexOf(' ');
        VendorRef reference = VendorRef.parse(idAndReference.substring(space + 1));
        settle("adopted", idAndReference.substring(0, space), job -> job.adopt(reference));
    }

    /** As a user who wants the film after all: a job whose deadline has passed is looked at again. */
    private void await(String id) {
        try {
            Say.line("awaited " + id + " "
                    + job(id).await(Duration.ofHours(1)).outputs().size());
        } catch (VideoJobException | InterruptedException e) {
            Say.line("awaited " + id + " " + e);
        }
    }

    private void submit(String tag) {
        try {
            VideoJob job = jobs.submit(VideoRequest.builder("kling-o1/image-to-video")
                    .prompt("a raccoon, " + tag)
                    .firstFrame("https://media.example/raccoon.png")
                    .tag(tag)
                    .build());
            Say.line("submitted " + job.id() + " " + tag);
            tellOf(job);
        } catch (RuntimeException e) {
            Say.line("not submitted " + tag + " " + e.getClass().getName() + ": " + e.getMessage());
        }
    }

    private static void tellOf(VideoJob job) {
        job.onChange(Node::tell);
    }

    private static void tell(JobSnapshot now) {
        if (now.status().isFinal()) {
            Say.line("ended " + now.id() + " " + now.status());
        } else if (now.isParked()) {
            Say.line("parked " + now.id() + " " + now.status());
        }
    }

    private void close() {
        jobs.close();
        Say.line("closed " + points.count());
        Runtime.getRuntime().halt(0);
    }
}
