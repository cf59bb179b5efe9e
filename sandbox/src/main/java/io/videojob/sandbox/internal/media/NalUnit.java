package io.videojob.sandbox.internal.media;

import java.io.ByteArrayOutputStream;

/** One unit of an H.264 stream: a header byte, then the payload with its start codes escaped. */
final class NalUnit {
    static final int IDR_SLICE = 0x65;
    static final int SLICE = 0x61;
    static final int SEQUENCE_PARAMETERS = 0x67;
    static final int PICTURE_PARAMETERS = 0x68;

    private NalUnit() {}

    static byte[] of(int header, BitWriter payload) {
        ByteArrayOutputStream unit = new ByteArrayOutputStream();
        unit.write(header);
        int zeros = 0;
        for (byte value : payload.finish()) {
            // 00 00 0x inside a payload would look like the start of a unit
            if (zeros == 2 && (value & 0xff) <= 3) {
                unit.write(3);
                zeros = 0;
            }
            unit.write(value);
            zeros = value == 0 ? zeros + 1 : 0;
        }
        return unit.toByteArray();
    }
}
