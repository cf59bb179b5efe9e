package io.videojob.sandbox.internal.media;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A box of an ISO base media file (ISO/IEC 14496-12): length, four letters, content. Numbers are big-endian. */
final class Box {
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
