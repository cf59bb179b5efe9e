package io.videojob.sandbox.internal.media;

import java.util.Arrays;

/** One picture as a grid of one-coloured cells, 16 by 16 pixels each: just what an H.264 macroblock holds. */
final class CellGrid {
    static final int CELL = 16;

    private final int columns;
    private final int rows;
    private final int[] colours;

    /** A grid that covers so many pixels; cells at the right and lower edge may be cut. */
    CellGrid(int width, int height, int background) {
        this.columns = (width + CELL - 1) / CELL;
        this.rows = (height + CELL - 1) / CELL;
        this.colours = new int[columns * rows];
        Arrays.fill(colours, background);
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    int size() {
        return colours.length;
    }

    /** The colour as {@code 0xRRGGBB} of the cell at that place in reading order. */
    int at(int index) {
        return colours[index];
    }

    /** Fills a rectangle of cells; what lies outside is left out. */
    void fill(int column, int row, int width, int height, int colour) {
        for (int y = Math.max(0, row); y < Math.min(rows, row + height); y++) {
            for (int x = Math.max(0, column); x < Math.min(columns, column + width); x++) {
                colours[y * columns + x] = colour;
            }
        }
    }
}
