package io.videojob.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;

/** A JSON object with a huge first field: {@code {"filler":"xxx…", what the object held}}. */
final class Bloated {
    private static final byte[] HEAD = "{\"filler\":\"".getBytes(UTF_8);
    private static final byte[] TAIL = "\",".getBytes(UTF_8);
    private static final byte[] CHUNK = "x".repeat(1 << 16).getBytes(UTF_8);

    /** Zipping takes longer than everything else about it. */
    private static final Map<String, byte[]> ARCHIVES = new ConcurrentHashMap<>();

    private Bloated() {}

    /** @param filler a multiple of 64 KiB */
    static long length(byte[] object, long filler) {
        return HEAD.length + filler + TAIL.length + object.length - inside(object);
    }

    static void write(OutputStream out, byte[] object, long filler) throws IOException {
        out.write(HEAD);
        for (long left = filler; left > 0; left -= CHUNK.length) {
            out.write(CHUNK);
        }
        out.write(TAIL);
        out.write(object, inside(object), object.length - inside(object));
    }

    static byte[] packed(String object, long filler) {
        return ARCHIVES.computeIfAbsent(object + filler, key -> pack(object, filler));
    }

    private static byte[] pack(String object, long filler) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(bytes)) {
            write(zip, object.getBytes(UTF_8), filler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static int inside(byte[] object) {
        return new String(object, UTF_8).indexOf('{') + 1;
    }
}
