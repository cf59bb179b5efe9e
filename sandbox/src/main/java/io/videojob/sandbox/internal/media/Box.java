package io.videojob.sandbox.internal.media;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A box of an ISO base media file (ISO/IEC 14496-12): length, four letters, content. Numbers are big-endian. */
final class Box {
    /** The language of a track, as {@code mdhd} has it. */
    static final int LANGUAGE_UNDETERMINED = 0x55c4;

    private final String type;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    private Box(String type) {
        this.type = type;
    }

    static Box of(String type) {
        return new Box(type);
    }

    /** A box that starts with a version (always 0) and 24 bits of flags. */
    static Box full(String type, int flags) {
        return new Box(type).int32(flags);
    }

    /** The samples are in the file itself. */
    static Box noReferences() {
        return Box.of("dinf").child(Box.full("dref", 0).int32(1).child(Box.full("url ", 1)));
    }

    /** Shown as it is, neither turned nor stretched. */
    Box unityMatrix() {
        return int32(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000);
    }

    Box int32(int... values) {
        for (int value : values) {
            int16(value >>> 16).int16(value);
        }
        return this;
    }

    Box int16(int value) {
        return int8(value >>> 8).int8(value);
    }

    Box int8(int value) {
        content.write(value);
        return this;
    }

    Box text(String value) {
        return bytes(value.getBytes(StandardCharsets.ISO_8859_1));
    }

    Box bytes(byte... value) {
        content.writeBytes(value);
        return this;
    }

    Box zeros(int count) {
        return bytes(new byte[count]);
    }

    Box child(Box... children) {
        for (Box child : children) {
            bytes(child.toBytes());
        }
        return this;
    }

    byte[] toBytes() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        Box header = new Box(type).int32(content.size() + 8).text(type);
        whole.writeBytes(header.content.toByteArray());
        whole.writeBytes(content.toByteArray());
        return whole.toByteArray();
    }
}
