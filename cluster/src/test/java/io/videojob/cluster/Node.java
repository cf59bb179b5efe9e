package io.videojob.cluster;

import io.videojob.VideoJob;
import io.videojob.VideoJobs;
import io.videojob.VideoRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One node of a cluster, as a process. Takes as many jobs as it is told, in groups, says {@code taken} and each group's ids
 * once they are written down, and works until it is told to end.
 */
final class Node {
    private static final int GROUP = 50;

    private Node() {}

    /** A file of settings, this node's name, and how many jobs it takes. */
    public static void main(String[] args) throws Exception {
        int wanted = Integer.parseInt(args[2]);
        try (VideoJobs jobs = VideoJobs.builder()
                .configFile(Path.of(args[0]))
                .sweepEvery(Duration.ofMillis(500))
                .build()) {
            System.out.println("works");
            for (int from = 0; from < wanted; from += GROUP) {
                List<VideoRequest> requests = IntStream.range(from, Math.min(from + GROUP, wanted))
                        .mapToObj(number -> Nodes.request("raccoon " + number + " of " + args[1]))
                        .toList();
                StringBuilder ids = new StringBuilder("taken");
                for (VideoJob job : jobs.submitAll(requests).jobs()) {
                    ids.append(' ').append(job.id());
                }
                System.out.println(ids);
            }
            System.out.println("all taken");
            while (System.in.read() >= 0) {
                // until standard input ends
            }
        }
    }
}
