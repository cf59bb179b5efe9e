package io.videojob.sandbox.internal.media;

/** A real MP4 of the size and length asked for, which browsers play. */
public final class Clip {
    private static final int FPS = 24;

    private Clip() {}

    /**
     * Takes some milliseconds a second of film; the same arguments give the same bytes. There are six variants.
     *
     * @param sound true for a sound track, in which nothing is to be heard
     */
    public static byte[] mp4(Frame frame, int seconds, int variant, boolean sound) {
        H264Encoder encoder = new H264Encoder(frame.width(), frame.height());
        int count = seconds * FPS;
        for (int i = 0; i < count; i++) {
            // a key picture each second, so that players can seek
            encoder.add(Scene.picture(frame, variant, i, count, i / FPS), i % FPS == 0);
        }
        return new Mp4Writer(encoder, frame, FPS, sound).toBytes();
    }
}
