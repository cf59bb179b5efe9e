package io.videojob.internal.delivery;

import io.videojob.SavedFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What has been loaded of a file so far, in {@code .NAME.part} beside the target, with {@code .NAME.part.info} saying what it
 * is a part of. Stays when a download breaks off; becomes the target when it is whole.
 */
final class PartFile implements AutoCloseable {
    private static final int LONGEST_NAME = 80;

    private final Path target;
    private final Claim claim;
    private final FileChannel channel;
    private MessageDigest digest = sha256();
    private @Nullable PartInfo info;
    private long length;
    private boolean worthless;
    private boolean finished;

    private PartFile(Path target, Claim claim) {
        this.target = target;
        this.claim = claim;
        this.channel = claim.channel();
    }

    /**
     * The part of a target, with what an earlier download of the same link left.
     *
     * @param link the SHA-256 of the link
     */
    static PartFile open(Path target, String link, RandomGenerator random) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        Claim claim = Claim.of(folder == null ? target : folder, hiddenName(target), random);
        PartFile part = new PartFile(target, claim);
        try {
            part.pickUp(link);
            return part;
        } catch (IOException e) {
            part.close();
            throw e;
        }
    }

    private static String hiddenName(Path target) {
        String name = String.valueOf(target.getFileName());
        return "."
                + (name.length() <= LONGEST_NAME
                        ? name
                        : name.substring(0, 40) + "-" + sha256(name).substring(0, 16));
    }

    private void pickUp(String link) throws IOException {
        PartInfo left = claim.isShared() && channel.size() > 0 && Files.exists(infoPath())
                ? PartInfo.read(new String(Files.readAllBytes(infoPath()), StandardCharsets.UTF_8))
                        .orElse(null)
                : null;
        if (left == null || !left.link().equals(link) || (left.length() >= 0 && channel.size() > left.length())) {
            return;
        }
        info = left;
        ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
        while (channel.read(buffer, length) > 0) {
            buffer.flip();
            length += buffer.remaining();
            digest.update(buffer);
            buffer.clear();
        }
    }

    /** How many bytes are there. */
    long length() {
        return length;
    }

    /** What it is a part of, if anything is there. */
    @Nullable
    PartInfo info() {
        return length == 0 ? null : info;
    }

    /**
     * What to ask for so that only the rest comes. Empty: everything, because nothing is there, or nothing would tell whether
     * the rest is of the same file.
     */
    Map<String, String> range() {
        return length == 0 || info == null || info.validator().isEmpty()
                ? Map.of()
                : Map.of("Range", "bytes=" + length + "-", "If-Range", info.validator());
    }

    /** True if every byte is there, as far as the server said how many there are. */
    boolean isWhole() {
        return length > 0 && info != null && info.length() == length;
    }

    /** Forgets what is there, and waits for something new. */
    void restart() throws IOException {
        channel.truncate(0);
        digest = sha256();
        length = 0;
        info = null;
    }

    /** Begins anew with a file that the server described. */
    void begin(PartInfo described) throws IOException {
        restart();
        info = described;
        if (claim.isShared()) {
            Files.writeString(infoPath(), described.write());
        }
    }

    /** Adds what came next. */
    void append(ByteBuffer bytes) throws IOException {
        digest.update(bytes.duplicate());
        while (bytes.hasRemaining()) {
            length += channel.write(bytes, length);
        }
    }

    /** Whatever is there is no good for a later download either. */
    void giveUp() {
        worthless = true;
    }

    /** The part becomes the target, safe on disk, replacing what was there, at once and whole. */
    SavedFile finish() throws IOException {
        channel.truncate(length);
        channel.force(true);
        move(claim.path(), target);
        finished = true;
        if (claim.isShared()) {
            Files.deleteIfExists(infoPath());
        }
        forceFolder(target.toAbsolutePath().getParent());
        return SavedFile.of(target, length, HexFormat.of().formatHex(digest.digest()));
    }

    private static void move(Path part, Path target) throws IOException {
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** So that the new name outlives a power cut. Not every system can do that with a folder. */
    private static void forceFolder(@Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            return;
        }
    }

    private Path infoPath() {
        return claim.path().resolveSibling(claim.path().getFileName() + ".info");
    }

    /** Keeps what a later download can go on with, and gives the part free. */
    @Override
    public void close() throws IOException {
        try (claim) {
            // Once it is the target, a file of the part's name is somebody else's.
            if (!finished && (worthless || !claim.isShared() || isEmpty())) {
                Files.deleteIfExists(claim.path());
                if (claim.isShared()) {
                    Files.deleteIfExists(infoPath());
                }
            }
        }
    }

    private boolean isEmpty() throws IOException {
        return Files.exists(claim.path()) && Files.size(claim.path()) == 0;
    }

    /** SHA-256 of a text, lower-case hex. */
    static String sha256(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
