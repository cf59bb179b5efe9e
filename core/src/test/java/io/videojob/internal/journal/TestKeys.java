package io.videojob.internal.journal;

import java.util.Arrays;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Keys that are good enough for tests. */
final class TestKeys {
    private TestKeys() {}

    /** Keys of 32 times the same byte, the newest first. */
    static PayloadKeys of(int... bytes) {
        return new PayloadKeys(Arrays.stream(bytes).mapToObj(TestKeys::key).toList());
    }

    /** A journal in memory whose payloads are encrypted. */
    static SealedJournal sealed() {
        return new SealedJournal(new MemoryJournal(), of(1));
    }

    private static SecretKey key(int each) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) each);
        return new SecretKeySpec(bytes, "AES");
    }
}
