package io.videojob.sandbox.internal.media;

import java.io.ByteArrayOutputStream;
import java.util.List;

/** Puts coded pictures into an MP4 file with one video track, and a silent one if asked for; {@code moov} comes first, so that it plays while loading. */
final class Mp4Writer {
    /** Ticks of the track's clock a picture is shown; the clock makes {@code fps * TICKS} a second. */
    private static final int TICKS = 1000;

    private static final int MOVIE_CLOCK = 1000;

    private final H264Encoder encoder;
    private final int width;
    private final int height;
    private final int fps;
    private final boolean sound;

    Mp4Writer(H264Encoder encoder, Frame frame, int fps, boolean sound) {
        this.encoder = encoder;
        this.width = frame.width();
        this.height = frame.height();
        this.fps = fps;
        this.sound = sound;
    }

    byte[] toBytes() {
        Box fileType = Box.of("ftyp").text("isom").int32(512).text("isomiso2avc1mp41");
        Box media = Box.of("mdat");
        for (H264Encoder.Sample sample : encoder.samples()) {
            media.int32(sample.nal.length).bytes(sample.nal);
        }
        int lengthOfPictures = media.toBytes().length - 8;
        if (sound) {
            media.bytes(Silence.ofMilliseconds(milliseconds()).samples());
        }
        int headSize = fileType.toBytes().length + movie(0, 0).toBytes().length;
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(fileType.toBytes());
        file.writeBytes(movie(headSize + 8, headSize + 8 + lengthOfPictures).toBytes());
        file.writeBytes(media.toBytes());
        return file.toByteArray();
    }

    /** Its size does not depend on the offsets, so a first draft of it tells where the pictures start. */
    private Box movie(int offsetOfPictures, int offsetOfSound) {
        Box header = Box.full("mvhd", 0)
                .int32(0, 0, MOVIE_CLOCK, milliseconds())
                .int32(0x10000) // plays at normal rate
                .int16(0x100) // full volume
                .zeros(10);
        header.unityMatrix().zeros(24).int32(sound ? 3 : 2);
        Box track = Box.of("trak").child(trackHeader(), mediaBox(offsetOfPictures));
        Box movie = Box.of("moov").child(header, track);
        return sound ? movie.child(Silence.ofMilliseconds(milliseconds()).track(2, offsetOfSound)) : movie;
    }

    private Box trackHeader() {
        Box header = Box.full("tkhd", 7).int32(0, 0, 1, 0, milliseconds()).zeros(16);
        return header.unityMatrix().int32(width << 16, height << 16);
    }

    private Box mediaBox(int offsetOfPictures) {
        int duration = count() * TICKS;
        Box header = Box.full("mdhd", 0)
                .int32(0, 0, TICKS * fps, duration)
                .int16(Box.LANGUAGE_UNDETERMINED)
                .int16(0);
        Box handler = Box.full("hdlr", 0).int32(0).text("vide").zeros(12).text("video\0");
        Box information =
                Box.of("minf").child(Box.full("vmhd", 1).zeros(8), Box.noReferences(), sampleTable(offsetOfPictures));
        return Box.of("mdia").child(header, handler, information);
    }

    private Box sampleTable(int offsetOfPictures) {
        List<H264Encoder.Sample> samples = encoder.samples();
        Box sizes = Box.full("stsz", 0).int32(0, count());
        Box keys = Box.full("stss", 0)
                .int32((int) samples.stream().filter(sample -> sample.key).count());
        for (int i = 0; i < count(); i++) {
            sizes.int32(samples.get(i).nal.length + 4);
            if (samples.get(i).key) {
                keys.int32(i + 1);
            }
        }
        return Box.of("stbl")
                .child(
                        Box.full("stsd", 0).int32(1).child(visualEntry()),
                        Box.full("stts", 0).int32(1, count(), TICKS),
                        keys,
                        Box.full("stsc", 0).int32(1, 1, count(), 1),
                        sizes,
                        Box.full("stco", 0).int32(1, offsetOfPictures));
    }

    private Box visualEntry() {
        byte[] sequence = encoder.sequenceParameters();
        byte[] picture = encoder.pictureParameters();
        Box configuration = Box.of("avcC")
                .int8(1)
                .bytes(sequence[1], sequence[2], sequence[3])
                .int8(0xff) // lengths of four bytes
                .int8(0xe1) // one sequence parameter set
                .int16(sequence.length)
                .bytes(sequence)
                .int8(1)
                .int16(picture.length)
                .bytes(picture);
        return Box.of("avc1")
                .zeros(6)
                .int16(1)
                .zeros(16)
                .int16(width)
                .int16(height)
                .int32(0x480000, 0x480000, 0) // 72 dpi
                .int16(1)
                .zeros(32)
                .int16(24)
                .int16(-1)
                .child(configuration);
    }

    private int count() {
        return encoder.samples().size();
    }

    private int milliseconds() {
        return (int) (count() * 1000L / fps);
    }
}
