package trastienda.desktop.testing;

import javafx.scene.image.WritableImage;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

/// What windows showed, kept as PNG.
final class Pictures {
    private static final Path FOLDER = Path.of("..", "desktop", "target", "screenshots");

    private Pictures() {}

    static void keep(String name, WritableImage shown) {
        var width = (int) shown.getWidth();
        var height = (int) shown.getHeight();
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pixels = shown.getPixelReader();
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                image.setRGB(x, y, pixels.getArgb(x, y));
            }
        }
        try {
            Files.createDirectories(FOLDER);
            ImageIO.write(image, "png", FOLDER.resolve(name + ".png").toFile());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// From 0, black, to 1, white.
    static double brightness(WritableImage shown) {
        var sum = 0.0;
        var count = 0;
        for (var y = 0; y < (int) shown.getHeight(); y += 4) {
            for (var x = 0; x < (int) shown.getWidth(); x += 4) {
                sum += shown.getPixelReader().getColor(x, y).getBrightness();
                count++;
            }
        }
        return sum / count;
    }
}
