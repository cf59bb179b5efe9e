package io.videojob.internal.delivery;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The right to write one part file, which nobody else has until this is closed, in this process or another. When the part of
 * a target is taken, a further download of it gets a part of its own, that no later one goes on with: both end as a whole
 * file, and the last one stays.
 *
 * <p>The part itself is locked. It is moved to its target under the lock, so who waited for the lock may hold the lock of a
 * file that is no part any more; therefore it is looked at again.
 */
final class Claim implements AutoCloseable {
    /** Locks belong to the process, and closing any channel of a file gives up all: one opener in a process. */
    private static final Set<Path> TAKEN_HERE = ConcurrentHashMap.newKeySet();

    private static final int TRIES = 10;

    private final Path path;
    private final FileChannel channel;
    private final boolean shared;

    private Claim(Path path, FileChannel channel, boolean shared) {
        this.path = path;
        this.channel = channel;
        this.shared = shared;
    }

    /** The part {@code name} in a folder, else one of its own beside it. */
    static Claim of(Path folder, String name, RandomGenerator random) throws IOException {
        Path path = folder.toRealPath().resolve(name + ".part");
        Optional<FileChannel> channel = lock(path);
        return channel.isPresent() ? new Claim(path, channel.get(), true) : alone(path, name, random);
    }

    private static Claim alone(Path taken, String name, RandomGenerator random) throws IOException {
        for (int tries = 1; ; tries++) {
            Path path = taken.resolveSibling(name + "." + Long.toHexString(random.nextLong()) + ".part");
            try {
                FileChannel channel = FileChannel.open(
                        path, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
                return new Claim(path, channel, false);
            } catch (FileAlreadyExistsException e) {
                if (tries >= TRIES) {
                    throw e;
                }
            }
        }
    }

    private static Optional<FileChannel> lock(Path path) throws IOException {
        if (!TAKEN_HERE.add(path)) {
            return Optional.empty();
        }
        FileChannel channel = null;
        try {
            for (int tries = 0; tries < TRIES && channel == null; tries++) {
                channel = lockOnce(path);
            }
            return Optional.ofNullable(channel);
        } finally {
            if (channel == null) {
                TAKEN_HERE.remove(path);
            }
        }
    }

    /** Null if it is taken, came or went meanwhile. */
    private static @Nullable FileChannel lockOnce(Path path) throws IOException {
        Object before = identity(path);
        FileChannel opened = open(path, before == null);
        if (opened == null) {
            return null;
        }
        boolean ours = false;
        try {
            ours = tryLock(opened) && isStill(path, before, opened);
            return ours ? opened : null;
        } finally {
            if (!ours) {
                opened.close();
            }
        }
    }

    /** Null if it came or went meanwhile. */
    private static @Nullable FileChannel open(Path path, boolean fresh) throws IOException {
        Set<OpenOption> options = fresh
                ? Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE)
                : Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            return FileChannel.open(path, options);
        } catch (NoSuchFileException | FileAlreadyExistsException e) {
            return null;
        }
    }

    /** Far behind the content, because some systems keep everybody from what is locked. */
    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock(Long.MAX_VALUE - 1, 1, false);
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            return false; // a file system without locks
        }
    }

    private static boolean isStill(Path path, @Nullable Object before, FileChannel opened) throws IOException {
        return before == null
                ? Files.exists(path) && opened.size() == 0
                : Files.exists(path) && Objects.equals(before, identity(path));
    }

    /** Null if there is no such file; where the system tells no identity, something that is always the same. */
    private static @Nullable Object identity(Path path) throws IOException {
        try {
            Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
            return key == null ? "" : key;
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    Path path() {
        return path;
    }

    FileChannel channel() {
        return channel;
    }

    /** True if a later download may go on with it. */
    boolean isShared() {
        return shared;
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            if (shared) {
                TAKEN_HERE.remove(path);
            }
        }
    }
}
