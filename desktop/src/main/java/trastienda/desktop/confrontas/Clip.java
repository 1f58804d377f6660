package trastienda.desktop.confrontas;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.Clipboard;
import javafx.scene.input.Dragboard;

import org.jspecify.annotations.Nullable;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import javax.imageio.ImageIO;

/// What clipboard and drag board hold: files, a picture, or something of a mail.
final class Clip {
    private Clip() {}

    static List<Path> files(Clipboard board) {
        return board.hasFiles() ? board.getFiles().stream().map(File::toPath).toList() : List.of();
    }

    /// Whether letting go here could give a file, or deserves an answer why not.
    static boolean looksLikeAFile(Dragboard board) {
        return board.hasFiles()
                || board.getContentTypes().stream()
                        .flatMap(format -> format.getIdentifiers().stream())
                        .anyMatch(name -> name.contains("FileGroupDescriptor"));
    }

    static @Nullable Image picture() {
        var board = Clipboard.getSystemClipboard();
        return board.hasImage() ? board.getImage() : null;
    }

    /// The picture as PNG; runs off the FX thread with the pixels taken on it.
    static byte[] png(Raster pixels) throws IOException {
        var image = new BufferedImage(pixels.width(), pixels.height(), BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, pixels.width(), pixels.height(), pixels.argb(), 0, pixels.width());
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    static Raster pixels(Image image) {
        var width = (int) image.getWidth();
        var height = (int) image.getHeight();
        var argb = new int[width * height];
        image.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        return new Raster(width, height, argb);
    }
}
