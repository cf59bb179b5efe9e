package io.videojob.internal.delivery;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Where files go, and what to say when they can't. */
final class Folders {
    private Folders() {}

    /** Makes the folders that are missing above a target. */
    static void prepare(Path target) throws NotDelivered, IOException {
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null
                || Files.isDirectory(target)
                || target.getFileName().toString().isEmpty()) {
            throw NotDelivered.because("that is a folder; name a file in it");
        }
        Files.createDirectories(folder);
    }

    /** What an exception of the file system means for the user. */
    static String explain(Path target, IOException e) {
        String reason = e instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : Web.words(e);
        String told = reason.toLowerCase(Locale.ROOT);
        if (e instanceof AccessDeniedException) {
            return "there is no permission to write there; choose another folder";
        }
        if (e instanceof FileAlreadyExistsException exists) {
            return exists.getFile() + " is a file, not a folder; choose another folder";
        }
        if (told.contains("no space") || told.contains("not enough space") || told.contains("quota")) {
            return "the disk is full" + free(target) + "; make room and save again, what was loaded is kept";
        }
        return "the file can't be written (" + reason + "); make it writable or choose another folder, then save again";
    }

    private static String free(Path target) {
        try {
            Path folder = target.toAbsolutePath().getParent();
            return folder == null ? "" : " (" + Files.getFileStore(folder).getUsableSpace() + " bytes are left)";
        } catch (IOException e) {
            return "";
        }
    }
}
