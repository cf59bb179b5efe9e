package io.videojob.internal.conformance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/**
 * Copies the boxes of an MP4 that say what it is (ISO/IEC 14496-12, clause 4.2), and no others. The library that reads them
 * believes the sizes it finds, and would make room for two gigabytes if a file of forty bytes said so; and it loses its way in
 * boxes that we don't need. So it gets boxes whose sizes are true, and few of them.
 */
final class MovieBoxes {
    /** What is inside what. The media's bytes ({@code mdat}) are stepped over, however many they are. */
    private static final Map<String, Set<String>> INSIDE = Map.of(
            "", Set.of("moov"),
            "moov", Set.of("mvhd", "trak"),
            "trak", Set.of("tkhd", "mdia"),
            "mdia", Set.of("mdhd", "hdlr", "minf"),
            "minf", Set.of("stbl"),
            "stbl", Set.of("stsd", "stts"));

    /** A film of an hour at 60 frames a second, each with a time of its own, has 1.7 MB of them. */
    private static final int MOST_BYTES = 4 << 20;

    /** A film in pieces has two boxes for each. */
    private static final int MOST_BOXES = 10_000;

    private final FileChannel file;
    private int bytes;
    private int boxes;

    private MovieBoxes(FileChannel file) {
        this.file = file;
    }

    /**
     * The boxes that tell; empty if there are none.
     *
     * @throws IOException if it can't be read, or the sizes of its boxes don't add up: no MP4, or not all of one
     */
    static byte[] of(FileChannel file) throws IOException {
        return new MovieBoxes(file).inside("", 0, file.size());
    }

    private byte[] inside(String parent, long from, long to) throws IOException {
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        Set<String> wanted = INSIDE.getOrDefault(parent, Set.of());
        for (long at = from; at < to; ) {
            Head head = head(at, to, parent.isEmpty());
            if (wanted.contains(head.type)) {
                byte[] content = INSIDE.containsKey(head.type)
                        ? inside(head.type, at + head.length, at + head.size)
                        : content(at + head.length, head.size - head.length);
                copy.writeBytes(ByteBuffer.allocate(8)
                        .putInt(8 + content.length)
                        .put(head.type.getBytes(StandardCharsets.ISO_8859_1))
                        .array());
                copy.writeBytes(content);
            }
            at += head.size;
        }
        return copy.toByteArray();
    }

    /** The head of a box: its length, and the size of the whole box. */
    private record Head(String type, int length, long size) {}

    private Head head(long at, long to, boolean outermost) throws IOException {
        boxes++;
        if (boxes > MOST_BOXES) {
            throw new IOException("more than " + MOST_BOXES + " boxes");
        }
        ByteBuffer words = read(at, (int) Math.min(16, to - at));
        if (words.remaining() < 8) {
            throw new IOException("a box begins at " + at + " and ends in its head");
        }
        long size = Integer.toUnsignedLong(words.getInt());
        byte[] name = new byte[4];
        words.get(name);
        int length = 8;
        if (size == 0 && outermost) {
            size = to - at; // the last one: up to the end
        } else if (size == 1 && words.remaining() == 8) {
            size = words.getLong();
            length = 16;
        }
        if (size < length || size > to - at) {
            throw new IOException("the box at " + at + " is said to have " + size + " bytes of " + (to - at));
        }
        return new Head(new String(name, StandardCharsets.ISO_8859_1), length, size);
    }

    private byte[] content(long from, long size) throws IOException {
        if (size > MOST_BYTES - bytes) {
            throw new IOException("more than " + MOST_BYTES + " bytes of header");
        }
        bytes += (int) size;
        return read(from, (int) size).array();
    }

    private ByteBuffer read(long from, int size) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(size);
        while (buffer.hasRemaining()) {
            if (file.read(buffer, from + buffer.position()) < 0) {
                throw new IOException("the file has become shorter");
            }
        }
        return buffer.flip();
    }
}
