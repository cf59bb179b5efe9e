package io.videojob.internal.conformance;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes MP4s as ISO/IEC 14496-12 has them, headers only: a film of so many seconds, some of it left out or odd. */
final class Movie {
    private static final int CLOCK = 1000;
    private static final int[] UPRIGHT = {0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000};
    private static final int[] SIDEWAYS = {0, 0x10000, 0, -0x10000, 0, 0, 0, 0, 0x40000000};

    int milliseconds = 5000;
    int width = 1920;
    int height = 1080;
    int frames = 120;
    boolean sideways;
    boolean sound;
    /** Boxes beside those of the film in {@code moov}. */
    byte[] more = {};

    byte[] toBytes() {
        return join(fileType(), box("moov", inMoov()), box("mdat", new byte[1000]));
    }

    static byte[] fileType() {
        return box("ftyp", text("isom"), ints(512), text("isommp41"));
    }

    byte[] inMoov() {
        byte[] header =
                box("mvhd", ints(0, 0, 0, CLOCK, milliseconds, 0x10000, 0x1000000, 0, 0), ints(UPRIGHT), new byte[28]);
        return join(header, more, pictures(), sound ? soundTrack() : new byte[0]);
    }

    private byte[] pictures() {
        byte[] entry = box(
                "avc1",
                new byte[24],
                ByteBuffer.allocate(4)
                        .putShort((short) width)
                        .putShort((short) height)
                        .array(),
                new byte[50]);
        return track("vide", sideways ? SIDEWAYS : UPRIGHT, entry, frames);
    }

    private byte[] soundTrack() {
        return track("soun", UPRIGHT, box("mp4a", new byte[28]), 215);
    }

    private byte[] track(String kind, int[] matrix, byte[] entry, int samples) {
        int shown = kind.equals("vide") ? 1 : 0;
        byte[] header = box(
                "tkhd",
                ints(7, 0, 0, 1, 0, milliseconds, 0, 0, 0, 0),
                ints(matrix),
                ints((shown * width) << 16, (shown * height) << 16));
        byte[] table = box(
                "stbl",
                box("stsd", ints(0, 1), entry),
                box("stts", ints(0, 1, samples, samples == 0 ? 0 : milliseconds / samples)));
        return box(
                "trak",
                header,
                box(
                        "mdia",
                        box("mdhd", ints(0, 0, 0, CLOCK, milliseconds, 0x55c40000)),
                        box("hdlr", ints(0, 0), text(kind), new byte[12], text("name\0")),
                        box("minf", table)));
    }

    static byte[] box(String type, byte[]... content) {
        byte[] all = join(content);
        return join(ints(8 + all.length), text(type), all);
    }

    static byte[] ints(int... words) {
        ByteBuffer buffer = ByteBuffer.allocate(4 * words.length);
        for (int word : words) {
            buffer.putInt(word);
        }
        return buffer.array();
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
