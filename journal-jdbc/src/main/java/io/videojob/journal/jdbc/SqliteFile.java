package io.videojob.journal.jdbc;

import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;

import io.videojob.ConfigurationException;
import io.videojob.JournalException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes sure that a database file is there, and its owner's only, before SQLite opens it. The files that SQLite puts
 * beside it get the same permissions.
 *
 * <p>Nothing here may open a file that exists: SQLite's locks belong to the process, and go when any other descriptor of
 * the file is closed.
 */
final class SqliteFile {
    private static final Set<PosixFilePermission> OWNER_ONLY = Set.of(OWNER_READ, OWNER_WRITE);

    private SqliteFile() {}

    /**
     * The absolute path of a file that is there.
     *
     * @throws JournalException if it can't be made, read or written
     */
    static Path prepare(Path file) {
        Path path = file.toAbsolutePath().normalize();
        if (path.toString().indexOf('?') >= 0) {
            throw new ConfigurationException(
                    "the journal " + path + " can't be opened: SQLite's driver takes what follows a question mark for"
                            + " parameters; choose a name without one");
        }
        Path folder = path.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw trouble(path, "its folder does not exist; make it, or name another one", null);
        }
        try {
            create(path);
        } catch (IOException | UnsupportedOperationException e) {
            throw trouble(path, "it can't be made in its folder; give this user write permission there", e);
        }
        if (!Files.isRegularFile(path)) {
            throw trouble(path, "there is something else than a file; name a file", null);
        }
        if (!Files.isReadable(path) || !Files.isWritable(path) || !Files.isWritable(folder)) {
            throw trouble(path, "this user may not read and write the file and its folder; give permission", null);
        }
        keepPrivate(path);
        return path;
    }

    private static void create(Path path) throws IOException {
        if (Files.exists(path)) {
            return;
        }
        FileAttribute<?>[] attributes = isPosix(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
        try {
            Files.createFile(path, attributes);
        } catch (FileAlreadyExistsException e) {
            // another process was faster, or it is a link to nothing, which is seen in a moment
        }
    }

    private static void keepPrivate(Path path) {
        if (!isPosix(path)) {
            return;
        }
        for (String suffix : List.of("", "-wal", "-shm")) {
            Path each = path.resolveSibling(path.getFileName() + suffix);
            try {
                if (Files.exists(each) && !Files.getPosixFilePermissions(each).equals(OWNER_ONLY)) {
                    Files.setPosixFilePermissions(each, OWNER_ONLY);
                }
            } catch (NoSuchFileException e) {
                // the last process that had it open took it away
            } catch (IOException e) {
                throw trouble(path, "others may read it, and only its owner can change that; run as its owner", e);
            }
        }
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static JournalException trouble(Path path, String what, @Nullable Exception cause) {
        return new JournalException("the journal " + path + " can't be opened: " + what, cause);
    }
}
