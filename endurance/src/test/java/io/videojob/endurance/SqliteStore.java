package io.videojob.endurance;

import java.nio.file.Path;

/** A file. */
record SqliteStore(Path file) implements Store {
    @Override
    public String url() {
        return "jdbc:sqlite:" + file;
    }

    @Override
    public void close() {}
}
