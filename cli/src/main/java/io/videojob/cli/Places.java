package io.videojob.cli;

import io.videojob.JournalException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where the system keeps what belongs to a user: the journal in the state folder, settings in the configuration folder. */
final class Places {
    static final String SETTINGS = "videojob.properties";
    private static final String JOURNAL = "jobs.db";

    private final Map<String, String> environment;
    private final String system;
    private final Path home;

    Places(Map<String, String> environment, String system, Path home) {
        this.environment = environment;
        this.system = system.toLowerCase(Locale.ROOT);
        this.home = home;
    }

    static Places ofUser() {
        return new Places(
                System.getenv(), System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", "")));
    }

    /** Where jobs are remembered unless {@code videojob.journal.url} says otherwise. */
    Path stateFolder() {
        return from("XDG_STATE_HOME").map(base -> base.resolve("videojob")).orElseGet(() -> ofSystem(".local/state"));
    }

    /** The settings that count when the working folder has none. */
    Path settings() {
        return from("XDG_CONFIG_HOME")
                .map(base -> base.resolve("videojob"))
                .orElseGet(() -> ofSystem(".config"))
                .resolve(SETTINGS);
    }

    private Path ofSystem(String usual) {
        if (system.startsWith("mac")) {
            return home.resolve("Library/Application Support/VideoJob");
        }
        if (system.startsWith("windows")) {
            return from("LOCALAPPDATA").orElse(home.resolve("AppData/Local")).resolve("VideoJob");
        }
        return home.resolve(usual).resolve("videojob");
    }

    /** Such a variable must be absolute, by the XDG base directory specification; else it doesn't count. */
    private Optional<Path> from(String variable) {
        return Optional.ofNullable(environment.get(variable))
                .filter(text -> !text.isBlank())
                .map(Path::of)
                .filter(Path::isAbsolute);
    }

    /**
     * The journal's URL, its folder made, for its owner only.
     *
     * @throws JournalException if it can't be made; names it and the way out
     */
    String journalUrl() {
        Path folder = stateFolder();
        try {
            make(folder);
        } catch (IOException e) {
            throw new JournalException(
                    "the folder " + folder + ", which remembers your jobs, can't be made (" + reason(e)
                            + "). Give permission, or name another place: XDG_STATE_HOME=FOLDER, or "
                            + "videojob.journal.url = jdbc:sqlite:FILE",
                    e);
        }
        return "jdbc:sqlite:" + folder.resolve(JOURNAL);
    }

    private static String reason(IOException e) {
        return e instanceof FileAlreadyExistsException there
                ? there.getFile() + " is not a folder"
                : e.getClass().getSimpleName() + ": " + e.getMessage();
    }

    private static void make(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] ownerOnly = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
        Files.createDirectories(folder, ownerOnly);
    }
}
