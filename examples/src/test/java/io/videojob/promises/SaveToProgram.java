package io.videojob.promises;

import io.videojob.VideoJobs;
import java.io.IOException;
import java.nio.file.Path;

/** A user's program that submits the main job, says its id, and waits for nothing but its own end. */
final class SaveToProgram {
    private SaveToProgram() {}

    public static void main(String[] args) throws IOException {
        try (VideoJobs jobs = VideoJobs.fromConfig(Path.of(args[0]))) {
            System.out.println(jobs.submit(Requests.raccoon()).id());
            int unused = System.in.read();
        }
    }
}
