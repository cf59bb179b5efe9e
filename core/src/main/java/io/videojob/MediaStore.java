package io.videojob;

import java.net.URI;

/** A place where bytes become a link that vendors can load. Thread-safe; blocks while it uploads. */
public interface MediaStore {

    /**
     * Puts the bytes there.
     *
     * @param contentType such as {@code image/png}
     * @return an {@code https} link that needs no key and lasts longer than the job may wait
     * @throws VideoJobException if it didn't work; nothing was sent to make a video, and nothing is billed
     */
    URI put(String contentType, byte[] bytes);

    /** The most bytes that it takes. */
    long maxBytes();
}
