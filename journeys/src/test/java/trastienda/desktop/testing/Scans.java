package trastienda.desktop.testing;

import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

import javax.imageio.ImageIO;

/// Files as they lie on a person's disk.
public final class Scans {
    private Scans() {}

    /// A scanned sheet as PNG with `noise` lines of grain, which make it heavy: about 5 kB each.
    public static Path png(Path folder, String name, int noise) throws IOException {
        var sheet = new BufferedImage(1600, 2000, BufferedImage.TYPE_INT_RGB);
        var pen = sheet.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        pen.setColor(Color.DARK_GRAY);
        pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 34));
        pen.drawString("Autorización de portabilidad numérica", 90, 120);
        for (var line = 0; line < 18; line++) {
            pen.fillRect(90, 200 + line * 48, 560 + line * 97 % 260, 6);
        }
        pen.dispose();
        var random = new Random(noise);
        for (var y = sheet.getHeight() - noise; y < sheet.getHeight(); y++) {
            for (var x = 0; x < sheet.getWidth(); x++) {
                sheet.setRGB(x, y, random.nextInt());
            }
        }
        var file = folder.resolve(name);
        ImageIO.write(sheet, "png", file.toFile());
        return file;
    }

    /// A Windows program under any name.
    public static Path program(Path folder, String name) throws IOException {
        return Files.write(folder.resolve(name), new byte[] {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0});
    }
}
