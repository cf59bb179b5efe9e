package io.videojob.promises;

import io.videojob.JobId;
import io.videojob.JobSnapshot;
import io.videojob.JobStatus;
import io.videojob.VendorRef;
import io.videojob.VideoJob;
import io.videojob.VideoJobs;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A user's program, to be killed. With a file of settings it submits the main job and waits; with a job's id, or a vendor's
 * reference, beside it, it finds the job or attaches to it. Says the job's id, then the vendor's reference once it has one,
 * then {@code delivered} once the video is saved to the file that is named last.
 */
final class Program {
    private Program() {}

    public static void main(String[] args) throws Exception {
        try (VideoJobs jobs = VideoJobs.fromConfig(Path.of(args[0]))) {
            VideoJob job = args.length == 1 ? jobs.submit(Requests.raccoon()) : job(jobs, args[1]);
            System.out.println(job.id());
            job.onChange(Program::sayReference);
            sayReference(job.snapshot());
            job.await(Duration.ofMinutes(2)).saveTo(Path.of(args[args.length - 1] + ".mp4"));
            System.out.println("delivered");
        }
    }

    private static void sayReference(JobSnapshot now) {
        now.vendorRef().ifPresent(System.out::println);
        if (now.status() == JobStatus.WAITING && now.attempts().get(0).sends() > 0) {
            System.out.println("not sent");
        }
    }

    private static VideoJob job(VideoJobs jobs, String name) {
        return name.indexOf(':') < 0 ? jobs.find(JobId.parse(name)).orElseThrow() : jobs.attach(VendorRef.parse(name));
    }
}
