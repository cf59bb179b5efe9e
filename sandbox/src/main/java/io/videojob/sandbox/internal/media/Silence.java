package io.videojob.sandbox.internal.media;

import java.io.ByteArrayOutputStream;

/** A sound track in which nothing is to be heard: AAC-LC (ISO/IEC 14496-3), one channel. */
final class Silence {
    private static final int RATE = 44_100;

    /** Sound samples in a frame, for which the track counts one sample. */
    private static final int IN_A_FRAME = 1024;

    /**
     * One channel (000), number 0, gain 100, a long window with one band of codebook 0 (all zero), no pulses, no noise shaping,
     * no gain control; the end (111).
     */
    private static final byte[] FRAME = {0, (byte) 0xc8, 0, (byte) 0x80, 0x23, (byte) 0x80};

    private final int milliseconds;
    private final int frames;

    private Silence(int milliseconds) {
        this.milliseconds = milliseconds;
        this.frames = (int) ((long) milliseconds * RATE / 1000 / IN_A_FRAME);
    }

    /** As many frames as end within that time. */
    static Silence ofMilliseconds(int milliseconds) {
        return new Silence(milliseconds);
    }

    /** What {@code mdat} holds of it. */
    byte[] samples() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < frames; i++) {
            all.writeBytes(FRAME);
        }
        return all.toByteArray();
    }

    /** Its {@code trak}, for samples that lie there in the file. */
    Box track(int number, int offset) {
        Box header = Box.full("tkhd", 7)
                .int32(0, 0, number, 0, milliseconds)
                .zeros(12)
                .int16(0x100) // full volume
                .int16(0)
                .unityMatrix()
                .zeros(8);
        return Box.of("trak").child(header, media(offset));
    }

    private Box media(int offset) {
        Box header = Box.full("mdhd", 0)
                .int32(0, 0, RATE, frames * IN_A_FRAME)
                .int16(Box.LANGUAGE_UNDETERMINED)
                .int16(0);
        Box handler = Box.full("hdlr", 0).int32(0).text("soun").zeros(12).text("sound\0");
        Box table = Box.of("stbl")
                .child(
                        Box.full("stsd", 0).int32(1).child(entry()),
                        Box.full("stts", 0).int32(1, frames, IN_A_FRAME),
                        Box.full("stsc", 0).int32(1, 1, frames, 1),
                        Box.full("stsz", 0).int32(FRAME.length, frames),
                        Box.full("stco", 0).int32(1, offset));
        return Box.of("mdia")
                .child(header, handler, Box.of("minf").child(Box.full("smhd", 0).zeros(4), Box.noReferences(), table));
    }

    /** The decoder's part is as ISO/IEC 14496-1, clause 7.2.6, has it: descriptors of a tag, a length, and content. */
    private static Box entry() {
        Box decoder = Box.full("esds", 0)
                .int8(3) // the stream
                .int8(25)
                .int16(0)
                .int8(0)
                .int8(4) // its decoder: sound of MPEG-4
                .int8(17)
                .int8(0x40)
                .int8(0x15)
                .zeros(11) // buffer and rates are not told
                .int8(5) // AAC-LC, 44.1 kHz, one channel
                .int8(2)
                .int16(0x1208)
                .int8(6) // as MP4 has it
                .int8(1)
                .int8(2);
        return Box.of("mp4a")
                .zeros(6)
                .int16(1)
                .zeros(8)
                .int16(1)
                .int16(16)
                .zeros(4)
                .int32(RATE << 16)
                .child(decoder);
    }
}
