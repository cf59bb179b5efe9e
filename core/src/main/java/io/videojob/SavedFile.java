package io.videojob;

import java.nio.file.Path;

/**
 * A result on disk, whole.
 *
 * @param file where it is
 * @param bytes its length
 * @param sha256 of its content, lower-case hex
 */
public record SavedFile(Path file, long bytes, String sha256) {}
