package io.videojob.sandbox.internal.media;

/** What the clips show: the running second in large digits, a sun that crosses, and a bar that fills. */
final class Scene {
    /** Results of different jobs differ in their sky. */
    private static final int[] SKIES = {0x203060, 0x402850, 0x183c34, 0x4a2c28, 0x2c2c34, 0x343a18};

    private static final int SUN = 0xffc800;
    private static final int BAR = 0x40c080;
    private static final int INK = 0xffffff;
    private static final int SUN_SIZE = 6;

    /** Digits of three by five cells; each number is one row, its bits the cells. */
    private static final int[][] DIGITS = {
        {7, 5, 5, 5, 7}, {2, 6, 2, 2, 7}, {7, 1, 7, 4, 7}, {7, 1, 7, 1, 7}, {5, 5, 7, 1, 1},
        {7, 4, 7, 1, 7}, {7, 4, 7, 5, 7}, {7, 1, 1, 1, 1}, {7, 5, 7, 5, 7}, {7, 5, 7, 1, 7},
    };

    private Scene() {}

    /** The picture number {@code index} of {@code count}, {@code second} seconds after the start. */
    static CellGrid picture(Frame frame, int sky, int index, int count, int second) {
        CellGrid grid = new CellGrid(frame.width(), frame.height(), SKIES[Math.floorMod(sky, SKIES.length)]);
        int columns = grid.columns();
        int rows = grid.rows();
        int travel = columns + SUN_SIZE;
        grid.fill(travel * index / count - SUN_SIZE, rows / 2 - SUN_SIZE / 2, SUN_SIZE, SUN_SIZE, SUN);
        grid.fill(0, rows - 3, Math.max(1, columns * (index + 1) / count), 2, BAR);
        digit(grid, 2, second / 10 % 10);
        digit(grid, 6, second % 10);
        return grid;
    }

    private static void digit(CellGrid grid, int column, int digit) {
        for (int y = 0; y < 5; y++) {
            for (int x = 0; x < 3; x++) {
                if (((DIGITS[digit][y] >> (2 - x)) & 1) == 1) {
                    grid.fill(column + x, 1 + y, 1, 1, INK);
                }
            }
        }
    }
}
