package io.videojob.sandbox.internal.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A real picture file. */
public final class Still {
    private Still() {}

    /** A PNG that shows the number, so that several pictures of one job differ. */
    public static byte[] png(Frame frame, int number, int variant) {
        CellGrid grid = Scene.picture(frame, variant, number, 12, number);
        BufferedImage image = new BufferedImage(frame.width(), frame.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < frame.height(); y++) {
            for (int x = 0; x < frame.width(); x++) {
                image.setRGB(x, y, grid.at(y / CellGrid.CELL * grid.columns() + x / CellGrid.CELL));
            }
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.setUseCache(false);
            ImageIO.write(image, "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException("A picture could not be written to memory", e);
        }
        return file.toByteArray();
    }
}
