package io.videojob.sandbox.internal.media;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * H.264 (ITU-T H.264, Constrained Baseline, CAVLC) for pictures made of one-coloured cells. Lossless, and tiny: a cell
 * is skipped when it has not changed, predicted from the cell above or to the left when that has the same colour, and
 * written as raw samples otherwise. There is no transform, no motion and no rate control.
 */
final class H264Encoder {
    /** One coded picture. */
    static final class Sample {
        final byte[] nal;
        final boolean key;

        Sample(byte[] nal, boolean key) {
            this.nal = nal;
            this.key = key;
        }
    }

    private static final int CHROMA_SAMPLES = 64;
    private static final int LUMA_SAMPLES = 256;
    private static final int SLICE_OF_P = 5;
    private static final int SLICE_OF_I = 7;
    /** In a P slice the intra macroblock types are numbered after the five inter ones. */
    private static final int INTRA_TYPES_IN_P = 5;

    private static final int RAW_SAMPLES = 25;
    private static final int PREDICT_FROM_ABOVE = 0;
    private static final int PREDICT_FROM_LEFT = 1;
    private static final int NO_PREDICTION = -1;

    private final int width;
    private final int height;
    private final List<Sample> samples = new ArrayList<>();
    private @Nullable CellGrid previous;
    private int frameNumber;
    private int keyFrames;

    H264Encoder(int width, int height) {
        this.width = width;
        this.height = height;
    }

    List<Sample> samples() {
        return samples;
    }

    void add(CellGrid picture, boolean wantKey) {
        boolean key = wantKey || previous == null;
        if (key) {
            frameNumber = 0;
        }
        BitWriter slice = new BitWriter();
        sliceHeader(slice, key);
        macroblocks(slice, picture, key ? null : previous);
        samples.add(new Sample(NalUnit.of(key ? NalUnit.IDR_SLICE : NalUnit.SLICE, slice), key));
        previous = picture;
        frameNumber++;
    }

    private void sliceHeader(BitWriter slice, boolean key) {
        slice.unsigned(0).unsigned(key ? SLICE_OF_I : SLICE_OF_P).unsigned(0).bits(frameNumber & 15, 4);
        if (key) {
            slice.unsigned(keyFrames++ & 1); // idr_pic_id: neighbours differ
            slice.flag(false).flag(false); // dec_ref_pic_marking: keep earlier output, not long-term
        } else {
            slice.flag(false).flag(false); // reference list: as many as declared, in the usual order
            slice.flag(false); // dec_ref_pic_marking: sliding window
        }
        slice.signed(0); // slice_qp_delta
        slice.unsigned(1); // no deblocking filter, which would blur the cells
    }

    private static void macroblocks(BitWriter slice, CellGrid picture, @Nullable CellGrid before) {
        boolean[] raw = new boolean[picture.size()];
        int typeOffset = before == null ? 0 : INTRA_TYPES_IN_P;
        int skipped = 0;
        for (int i = 0; i < picture.size(); i++) {
            if (before != null) {
                if (picture.at(i) == before.at(i)) {
                    skipped++;
                    continue;
                }
                slice.unsigned(skipped);
                skipped = 0;
            }
            int prediction = prediction(picture, i);
            if (prediction == NO_PREDICTION) {
                raw(slice.unsigned(typeOffset + RAW_SAMPLES), picture.at(i));
                raw[i] = true;
            } else {
                predicted(slice.unsigned(typeOffset + 1 + prediction), prediction, besideRaw(raw, picture, i));
            }
        }
        if (skipped > 0) {
            slice.unsigned(skipped);
        }
    }

    private static int prediction(CellGrid picture, int i) {
        if (i >= picture.columns() && picture.at(i) == picture.at(i - picture.columns())) {
            return PREDICT_FROM_ABOVE;
        }
        return i % picture.columns() > 0 && picture.at(i) == picture.at(i - 1) ? PREDICT_FROM_LEFT : NO_PREDICTION;
    }

    private static boolean besideRaw(boolean[] raw, CellGrid picture, int i) {
        boolean left = i % picture.columns() > 0 && raw[i - 1];
        boolean above = i >= picture.columns() && raw[i - picture.columns()];
        return left || above;
    }

    private static void predicted(BitWriter slice, int prediction, boolean besideRaw) {
        slice.unsigned(prediction == PREDICT_FROM_ABOVE ? 2 : 1); // intra_chroma_pred_mode: vertical, horizontal
        slice.signed(0); // mb_qp_delta
        // coeff_token "no coefficients": a raw neighbour counts as 16, which chooses the six-bit table (9.2.1)
        slice.bits(besideRaw ? 3 : 1, besideRaw ? 6 : 1);
    }

    private static void raw(BitWriter slice, int colour) {
        slice.alignWithZeros();
        repeat(slice, Colour.luma(colour), LUMA_SAMPLES);
        repeat(slice, Colour.blueness(colour), CHROMA_SAMPLES);
        repeat(slice, Colour.redness(colour), CHROMA_SAMPLES);
    }

    private static void repeat(BitWriter slice, int sample, int times) {
        for (int i = 0; i < times; i++) {
            slice.bits(sample, 8);
        }
    }

    /** The sequence parameter set (7.3.2.1.1): profile, size, and that pictures come in the order they are shown. */
    byte[] sequenceParameters() {
        int columns = (width + CellGrid.CELL - 1) / CellGrid.CELL;
        int rows = (height + CellGrid.CELL - 1) / CellGrid.CELL;
        BitWriter set = new BitWriter();
        set.bits(66, 8).bits(0xC0, 8).bits(30, 8); // Baseline, constrained, level 3.0
        set.unsigned(0).unsigned(0); // id, four bits of frame number
        set.unsigned(2).unsigned(1).flag(false); // output order is coding order, one reference picture, no gaps
        set.unsigned(columns - 1).unsigned(rows - 1);
        set.flag(true).flag(true); // frames only, direct_8x8_inference
        crop(set, (columns * CellGrid.CELL - width) / 2, (rows * CellGrid.CELL - height) / 2);
        set.flag(false); // no usability information
        return NalUnit.of(NalUnit.SEQUENCE_PARAMETERS, set);
    }

    /** What hangs over the right and lower edge, in units of two pixels. */
    private static void crop(BitWriter set, int right, int bottom) {
        boolean cropped = right + bottom > 0;
        set.flag(cropped);
        if (cropped) {
            set.unsigned(0).unsigned(right).unsigned(0).unsigned(bottom);
        }
    }

    /** The picture parameter set (7.3.2.2): CAVLC, one slice group, deblocking controlled by each slice. */
    byte[] pictureParameters() {
        BitWriter set = new BitWriter();
        set.unsigned(0).unsigned(0).flag(false).flag(false); // ids, CAVLC, no field order
        set.unsigned(0).unsigned(0).unsigned(0); // one slice group, one reference in each list
        set.flag(false).bits(0, 2); // no weighted prediction
        set.signed(0).signed(0).signed(0); // quantisers
        set.flag(true).flag(false).flag(false); // deblocking control present, intra may use inter neighbours
        return NalUnit.of(NalUnit.PICTURE_PARAMETERS, set);
    }
}
