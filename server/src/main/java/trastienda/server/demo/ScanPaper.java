package trastienda.server.demo;

import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.SplittableRandom;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Draws a confronta as a scanner or a telephone would see it: a little turned, grey, with specks.
/// Letters come from a font file as outlines, so that no font need be installed.
final class ScanPaper implements AutoCloseable {
    private static final int WIDTH = 850;
    private static final int HEIGHT = 1100;
    private static final String FONT =
            "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final TrueTypeFont font;
    private final CmapLookup glyphs;

    ScanPaper() throws IOException {
        try (InputStream file = TTFParser.class.getResourceAsStream(FONT)) {
            if (file == null) {
                throw new IOException("PDFBox no longer brings " + FONT);
            }
            font = new TTFParser().parse(RandomAccessReadBuffer.createBufferFromStream(file));
        }
        glyphs = font.getUnicodeCmapLookup();
    }

    byte[] jpeg(DemoPaper paper) throws IOException {
        var image = draw(paper, BufferedImage.TYPE_INT_RGB);
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var bytes = new ByteArrayOutputStream();
                var out = new MemoryCacheImageOutputStream(bytes)) {
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(0.72f);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
            out.flush();
            return bytes.toByteArray();
        } finally {
            writer.dispose();
        }
    }

    byte[] png(DemoPaper paper) throws IOException {
        try (var bytes = new ByteArrayOutputStream();
                var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(draw(paper, BufferedImage.TYPE_BYTE_GRAY), "png", out);
            out.flush();
            return bytes.toByteArray();
        }
    }

    private BufferedImage draw(DemoPaper paper, int type) throws IOException {
        var random = new SplittableRandom(paper.numero().hashCode());
        var image = new BufferedImage(WIDTH, HEIGHT, type);
        var g = image.createGraphics();
        try {
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setColor(new Color(0xB9B6AF));
            g.fillRect(0, 0, WIDTH, HEIGHT);
            g.rotate((random.nextDouble() - 0.5) * 0.045, WIDTH / 2.0, HEIGHT / 2.0);
            g.setColor(new Color(0xFAF9F5));
            g.fillRect(22, 20, WIDTH - 44, HEIGHT - 40);
            page(g, paper, random);
            specks(g, random);
        } finally {
            g.dispose();
        }
        return image;
    }

    private void page(Graphics2D g, DemoPaper paper, SplittableRandom random) throws IOException {
        g.setColor(new Color(0xBDBDBD));
        g.fillRect(84, 62, 118, 28);
        text(g, 11, 610, 84, 0x6B6B6B, DemoPaper.CODE);
        text(g, 20, 190, 140, 0x1D1D1F, DemoPaper.TITLE);
        text(g, 11.5, 240, 162, 0x6B6B6B, paper.fecha());
        g.setColor(new Color(0x8C8C8C));
        g.drawLine(84, 182, 766, 182);
        var y = 222;
        for (var row : paper.lines()) {
            text(g, 13.5, 84, y, 0x555555, row.label());
            text(g, 15, 312, y, 0x141414, row.value());
            y += 36;
        }
        y += 22;
        for (var sentence : DemoPaper.CONSENT) {
            text(g, 12, 84, y, 0x4A4A4A, sentence);
            y += 20;
        }
        signature(g, random, y + 90);
        fingerprint(g, y + 20);
        text(g, 12, 84, y + 128, 0x666666, "Firma del titular");
        text(g, 11, 84, 1020, 0x707070, paper.llamada());
        text(g, 11, 660, 1046, 0x707070, "Página 1 de 1");
    }

    private static void signature(Graphics2D g, SplittableRandom random, int y) {
        var stroke = new Path2D.Double();
        var x = 104.0;
        stroke.moveTo(x, y);
        var strokes = 6 + random.nextInt(4);
        for (int i = 0; i < strokes; i++) {
            var up = 20 + random.nextInt(46);
            var step = 15 + random.nextInt(16);
            stroke.curveTo(
                    x + 3, y - up, x + step - 5, y - up * 0.9, x + step, y - random.nextInt(12));
            x += step;
        }
        stroke.curveTo(x + 26, y - 30, x + 46, y - 24, x + 60, y - 16);
        g.setColor(new Color(0x1B2F78));
        g.setStroke(new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(stroke);
        g.setColor(new Color(0x5E5E5E));
        g.setStroke(new BasicStroke(1));
        g.drawLine(84, y + 16, 354, y + 16);
    }

    private static void fingerprint(Graphics2D g, int y) {
        g.setColor(new Color(0x75757A));
        g.drawRect(560, y, 108, 118);
        for (int ring = 0; ring < 8; ring++) {
            g.drawArc(596 - ring * 5, y + 34 - ring * 4, 36 + ring * 10, 64 + ring * 9, 15, 150);
        }
    }

    private static void specks(Graphics2D g, SplittableRandom random) {
        g.setColor(new Color(0x9A9A9A));
        for (int i = 0; i < 90; i++) {
            g.fillRect(random.nextInt(WIDTH), random.nextInt(HEIGHT), 1 + random.nextInt(2), 1);
        }
    }

    private void text(Graphics2D g, double size, double x, double y, int colour, String text)
            throws IOException {
        var scale = size / font.getUnitsPerEm();
        g.setColor(new Color(colour));
        var at = x;
        for (int i = 0; i < text.length(); i++) {
            var glyph = glyphs.getGlyphId(text.charAt(i));
            var outline = font.getGlyph().getGlyph(glyph);
            if (outline != null) {
                var place = new AffineTransform(scale, 0, 0, -scale, at, y);
                g.fill(place.createTransformedShape(outline.getPath()));
            }
            at += font.getAdvanceWidth(glyph) * scale;
        }
    }

    @Override
    public void close() throws IOException {
        font.close();
    }
}
