package io.videojob.sandbox.internal.media;

import java.io.ByteArrayOutputStream;

/** Bits, most significant first, and the Exp-Golomb codes of H.264 (clause 9.1). */
final class BitWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int pending;
    private int pendingBits;

    BitWriter bits(int value, int count) {
        for (int i = count - 1; i >= 0; i--) {
            pending = (pending << 1) | ((value >>> i) & 1);
            if (++pendingBits == 8) {
                bytes.write(pending);
                pendingBits = 0;
            }
        }
        return this;
    }

    BitWriter flag(boolean value) {
        return bits(value ? 1 : 0, 1);
    }

    /** {@code ue(v)}: an unsigned number, short when small. */
    BitWriter unsigned(int value) {
        int plusOne = value + 1;
        int zeros = 31 - Integer.numberOfLeadingZeros(plusOne);
        return bits(0, zeros).bits(plusOne, zeros + 1);
    }

    /** {@code se(v)}: 0, 1, -1, 2, -2 … as unsigned 0, 1, 2, 3, 4 … */
    BitWriter signed(int value) {
        return unsigned(value > 0 ? 2 * value - 1 : -2 * value);
    }

    BitWriter alignWithZeros() {
        while (pendingBits != 0) {
            bits(0, 1);
        }
        return this;
    }

    /** {@code rbsp_trailing_bits}: a one, then zeros up to the byte. */
    byte[] finish() {
        bits(1, 1).alignWithZeros();
        return bytes.toByteArray();
    }
}
