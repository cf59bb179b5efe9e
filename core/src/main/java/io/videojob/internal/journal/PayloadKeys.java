package io.videojob.internal.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.videojob.JobId;
import io.videojob.JournalException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * Payloads as they lie in a journal whose user set {@code videojob.journal.key}: AES-256-GCM, with the job's id as additional
 * data, so that a payload can't be moved to another job. Written as {@code vj-aes1:KEY:BASE64}, where KEY is a mark by which a
 * key is told from another, and the rest a 12 byte IV with what it was made of. What doesn't begin so was written before there
 * was a key, and is read as it is.
 *
 * <p>The cipher makes each IV itself, by the system's secure randomness and not by {@link io.videojob.Timing}: under dice that
 * a program hands in, the same IV might come twice, which gives a key away.
 */
public final class PayloadKeys {
    private static final String SETTING = "videojob.journal.key";
    private static final String FORM = "vj-aes1:";
    private static final int MARK = 8;
    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Map<String, SecretKey> keys = new LinkedHashMap<>();
    private final @Nullable String newest;

    /** These keys of 32 bytes, the newest first: it writes, all read. Without any, nothing is encrypted. */
    public PayloadKeys(List<SecretKey> newestFirst) {
        newestFirst.forEach(key -> keys.put(mark(key), key));
        newest = newestFirst.isEmpty() ? null : mark(newestFirst.get(0));
    }

    /** The payload as it shall lie in the journal. */
    String seal(JobId id, String payload) {
        String mark = newest;
        if (mark == null) {
            return payload;
        }
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, keys.get(mark));
            cipher.updateAAD(id.toString().getBytes(UTF_8));
            byte[] text = cipher.doFinal(payload.getBytes(UTF_8));
            byte[] iv = cipher.getIV();
            byte[] whole = ByteBuffer.allocate(iv.length + text.length)
                    .put(iv)
                    .put(text)
                    .array();
            return FORM + mark + ":" + Base64.getEncoder().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES/GCM/NoPadding", e);
        }
    }

    /**
     * The payload as the core wrote it.
     *
     * @throws JournalException if there is no key for it, or it isn't what was written for this job
     */
    String open(JobId id, String stored) {
        if (!stored.startsWith(FORM)) {
            return stored;
        }
        requireKey(id, stored);
        try {
            byte[] whole = bytes(stored);
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE, keys.get(markOf(stored)), new GCMParameterSpec(TAG_BITS, whole, 0, IV_BYTES));
            cipher.updateAAD(id.toString().getBytes(UTF_8));
            return new String(cipher.doFinal(whole, IV_BYTES, whole.length - IV_BYTES), UTF_8);
        } catch (AEADBadTagException | IllegalArgumentException e) {
            throw new JournalException(
                    "what the journal holds of job " + id + " was changed, or was written for another job; "
                            + "restore its row from a backup",
                    e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES/GCM/NoPadding", e);
        }
    }

    /**
     * Looks whether there is a key for what lies there, and opens nothing.
     *
     * @throws JournalException if there is none
     */
    void requireKey(JobId id, String stored) {
        if (!stored.startsWith(FORM) || keys.containsKey(markOf(stored))) {
            return;
        }
        throw new JournalException(
                keys.isEmpty()
                        ? "job " + id + " is encrypted in the journal, and " + SETTING
                                + " is not set; set it to the key that the journal was written with"
                        : "job " + id + " is encrypted in the journal with a key that " + SETTING + " doesn't hold; "
                                + "add it behind the newest, with a comma between",
                null);
    }

    /** @throws IllegalArgumentException if it is not letter for letter what {@link #seal} writes */
    private static byte[] bytes(String stored) {
        String rest = stored.substring(FORM.length() + MARK);
        byte[] whole = Base64.getDecoder().decode(rest.isEmpty() ? rest : rest.substring(1));
        if (whole.length < IV_BYTES + TAG_BITS / 8
                || !rest.equals(":" + Base64.getEncoder().encodeToString(whole))) {
            throw new IllegalArgumentException("cut or changed");
        }
        return whole;
    }

    private static String markOf(String stored) {
        int end = Math.min(FORM.length() + MARK, stored.length());
        return stored.substring(FORM.length(), end);
    }

    /** Tells keys apart, and tells nothing of a key: of 256 random bits 32 bits of a hash are no help. */
    private static String mark(SecretKey key) {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            hash.update(SETTING.getBytes(UTF_8));
            return HexFormat.of().formatHex(hash.digest(key.getEncoded()), 0, MARK / 2);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** How many keys, and none of them. */
    @Override
    public String toString() {
        return "PayloadKeys[" + keys.size() + "]";
    }
}
