package io.videojob.cli;

import io.videojob.JobSnapshot;
import io.videojob.SavedFile;
import io.videojob.VideoResult;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where results go, without replacing what is there. */
final class OutOptions {
    /** Bytes of one name that the file systems in use take. */
    private static final int LONGEST_NAME = 255;

    /** What the library puts behind a file's name while it is not whole. */
    private static final String PART = ".0123456789abcdef.part";

    private @Nullable Path out;
    private boolean isFolder;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "Where the video goes: a file, or a folder if it is one or ends with /. "
                    + "Default: a file named by the job's id in the working folder.")
    void out(String text) {
        if (text.isBlank()) {
            throw new UsageException("--out: is empty; name a file or a folder");
        }
        try {
            out = Path.of(text);
        } catch (InvalidPathException e) {
            throw new UsageException("--out: \"" + text + "\" can't be a file's name: " + e.getReason());
        }
        isFolder = text.endsWith("/") || text.endsWith(File.separator);
    }

    @Option(names = "--force", description = "Let --out replace a file.")
    boolean force;

    /** Refuses what can't work before anything is sent. */
    void check() {
        Path target = out;
        if (target != null) {
            requireShortNames(target);
        }
        if (target == null) {
            requireWritable(Path.of("").toAbsolutePath(), "the working folder");
        } else if (Files.isDirectory(target)) {
            requireWritable(target, "--out: the folder");
        } else if (Files.exists(target) && !isFolder) {
            requireReplaceable(target);
        } else {
            requireWritable(nearestFolder(target.toAbsolutePath()), "--out: the folder");
        }
    }

    /** While a video is loaded its file has a longer name; and it has one of ours in a folder. */
    private void requireShortNames(Path target) {
        boolean named = !isFolder && !Files.isDirectory(target);
        for (Path part : target) {
            int length = part.toString().getBytes(StandardCharsets.UTF_8).length;
            int most = named && part.equals(target.getFileName()) ? LONGEST_NAME - PART.length() : LONGEST_NAME;
            if (length > most) {
                throw new UsageException("--out: the name " + part.toString().substring(0, 40) + "… has " + length
                        + " bytes, of which " + most + " can be; choose a shorter one");
            }
        }
    }

    private void requireReplaceable(Path target) {
        if (!Files.isRegularFile(target)) {
            throw new UsageException("--out: " + target + " is neither a file nor a folder; name another one");
        }
        if (!force) {
            throw new UsageException("--out: " + target + " exists; name another file, or replace it with --force");
        }
        requireWritable(nearestFolder(target.toAbsolutePath()), "--out: the folder");
    }

    private static Path nearestFolder(Path target) {
        Path folder = target.getParent();
        while (folder != null && !Files.exists(folder)) {
            folder = folder.getParent();
        }
        return folder == null ? target : folder;
    }

    private static void requireWritable(Path folder, String what) {
        if (!Files.isDirectory(folder)) {
            throw new UsageException("--out: " + folder + " is not a folder; name another place");
        }
        try { // asking for the permission is not enough: root has it everywhere
            Files.delete(Files.createTempFile(folder, ".videojob", ".probe"));
        } catch (IOException e) {
            throw new UsageException(what + " " + folder + " can't be written to; name another place with --out");
        }
    }

    /** Saves a result where it was asked for. */
    List<SavedFile> save(VideoResult result, Streams streams) {
        Path target = out;
        if (target == null || isFolder || Files.isDirectory(target)) {
            return result.saveAll(target == null ? Path.of("") : target);
        }
        Path free = free(target, result.job());
        if (!free.equals(target)) {
            streams.error(target + " has come into being meanwhile and is left as it is");
        }
        SavedFile saved = result.saveTo(free);
        if (result.outputs().size() > 1) {
            streams.say("There are " + result.outputs().size() + " results, and --out names one file. All of them:");
            streams.say("  videojob save " + result.job().id() + " --out FOLDER");
        }
        return List.of(saved);
    }

    /** Another name if somebody took this one while the job ran. */
    private Path free(Path target, JobSnapshot job) {
        if (force || !Files.exists(target)) {
            return target;
        }
        String name = String.valueOf(target.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0
                ? target.resolveSibling(name.substring(0, dot) + "-" + job.id() + name.substring(dot))
                : target.resolveSibling(name + "-" + job.id());
    }
}
