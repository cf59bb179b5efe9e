package io.videojob.sandbox.internal.media;

/** RGB to the studio-range YCbCr of ITU-R BT.601, which players assume for small pictures. */
final class Colour {
    private Colour() {}

    static int luma(int rgb) {
        return clamp(16 + ((66 * red(rgb) + 129 * green(rgb) + 25 * blue(rgb) + 128) >> 8));
    }

    static int blueness(int rgb) {
        return clamp(128 + ((-38 * red(rgb) - 74 * green(rgb) + 112 * blue(rgb) + 128) >> 8));
    }

    static int redness(int rgb) {
        return clamp(128 + ((112 * red(rgb) - 94 * green(rgb) - 18 * blue(rgb) + 128) >> 8));
    }

    private static int red(int rgb) {
        return (rgb >> 16) & 0xff;
    }

    private static int green(int rgb) {
        return (rgb >> 8) & 0xff;
    }

    private static int blue(int rgb) {
        return rgb & 0xff;
    }

    private static int clamp(int value) {
        return Math.max(1, Math.min(254, value));
    }
}
