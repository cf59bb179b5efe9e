package io.videojob;

/** A listener that is told of changes until this is closed. */
public interface Subscription extends AutoCloseable {
    @Override
    void close();
}
