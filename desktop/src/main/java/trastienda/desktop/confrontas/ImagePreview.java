package trastienda.desktop.confrontas;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/// A photo or scan, read no larger than it can be shown.
final class ImagePreview implements Preview {
    private final byte[] bytes;
    private final Size size;

    ImagePreview(byte[] bytes) throws IOException {
        this.bytes = bytes.clone();
        this.size = read(reader -> new Size(reader.getWidth(0), reader.getHeight(0)));
    }

    @Override
    public int pages() {
        return 1;
    }

    @Override
    public Size size(int page) {
        return size;
    }

    @Override
    public Raster draw(int page, double scale) throws IOException {
        var wanted = Math.max(scale, 0.01);
        var coarser = Math.floor(1 / Math.min(1, size.bounded(wanted)));
        var step = (int) Math.max(1, coarser);
        return read(
                reader -> {
                    var how = reader.getDefaultReadParam();
                    how.setSourceSubsampling(step, step, 0, 0);
                    return onWhite(reader.read(0, how));
                });
    }

    /// Transparent parts become paper.
    private static Raster onWhite(BufferedImage image) {
        var width = image.getWidth();
        var height = image.getHeight();
        var paper = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = paper.createGraphics();
        try {
            pen.drawImage(image, 0, 0, Color.WHITE, null);
        } finally {
            pen.dispose();
        }
        return new Raster(width, height, paper.getRGB(0, 0, width, height, null, 0, width));
    }

    private <R> R read(Reading<R> reading) throws IOException {
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("not a picture");
            }
            var reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return reading.from(reader);
            } finally {
                reader.dispose();
            }
        }
    }

    @Override
    public void close() {
        // Nothing is held but the bytes.
    }

    private interface Reading<R> {
        R from(ImageReader reader) throws IOException;
    }
}
