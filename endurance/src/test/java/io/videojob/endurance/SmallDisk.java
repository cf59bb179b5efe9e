package io.videojob.endurance;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** A file system of its own size in memory, which can be filled; only root can make one for all processes to see. */
final class SmallDisk implements AutoCloseable {
    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Empty if this user may not. */
    static Optional<SmallDisk> mount(Path folder, int megabytes) throws IOException {
        Files.createDirectories(folder);
        return run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString())
                ? Optional.of(new SmallDisk(folder))
                : Optional.empty();
    }

    Path folder() {
        return folder;
    }

    /** Writes into a file of its own until there is no room left. */
    void fill() throws IOException {
        fill(ballast());
    }

    /** Makes room. */
    void empty() throws IOException {
        Files.delete(ballast());
    }

    private Path ballast() {
        return folder.resolve("ballast");
    }

    /** Writes into that file until there is no room left where it is. */
    static void fill(Path ballast) throws IOException {
        try (FileChannel channel = FileChannel.open(ballast, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (int size = 1 << 16; size > 0; size >>= 1) {
                fill(channel, ByteBuffer.allocate(size));
            }
        }
    }

    private static void fill(FileChannel channel, ByteBuffer block) {
        try {
            while (true) {
                channel.write(block.rewind());
            }
        } catch (IOException e) {
            // not so much any more
        }
    }

    @Override
    public void close() throws IOException {
        if (!run("umount", "-l", folder.toString())) {
            throw new IOException(folder + " is still mounted");
        }
    }

    private static boolean run(String... command) throws IOException {
        return new ProcessBuilder(List.of(command)).start().onExit().join().exitValue() == 0;
    }
}
