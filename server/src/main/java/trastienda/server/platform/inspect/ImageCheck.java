package trastienda.server.platform.inspect;

import trastienda.server.platform.inspect.FileInspector.Verdict;
import trastienda.server.platform.inspect.FileInspector.Verdict.Accepted;
import trastienda.server.platform.inspect.FileInspector.Verdict.Refused;
import trastienda.shared.problem.Regla;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/// An image's header tells its dimensions, which are judged before anything is decoded; then it
/// must decode to its end, subsampled so that it stays small.
final class ImageCheck {
    private static final int DECODED_SIDE = 512;

    private ImageCheck() {}

    static Verdict check(Path file, Accepted accepted) {
        var readers = ImageIO.getImageReadersByMIMEType(accepted.contentType());
        if (!readers.hasNext()) {
            return new Refused(Regla.ARCHIVO_NO_SE_PUDO_REVISAR, accepted.contentType());
        }
        var reader = readers.next();
        try (var in = new FileImageInputStream(file.toFile())) {
            var verdict = check(reader, in, accepted);
            return accepted.contentType().equals("image/png")
                            && verdict instanceof Accepted
                            && PngTexts.areBomb(file)
                    ? new Refused(Regla.ARCHIVO_BOMBA, "text")
                    : verdict;
        } catch (IOException | RuntimeException broken) {
            return new Refused(Regla.ARCHIVO_DANADO, broken.getClass().getSimpleName());
        } finally {
            reader.dispose();
        }
    }

    private static Verdict check(ImageReader reader, ImageInputStream in, Accepted accepted)
            throws IOException {
        reader.setInput(in, true, true);
        long width = reader.getWidth(0);
        long height = reader.getHeight(0);
        if (width <= 0 || height <= 0) {
            return new Refused(Regla.ARCHIVO_DANADO, width + "x" + height);
        }
        if (width * height > InspectionLimits.MAX_PIXELS) {
            return new Refused(Regla.IMAGEN_DEMASIADO_GRANDE, width + "x" + height);
        }
        var truncated = new AtomicBoolean();
        IIOReadWarningListener listener =
                (source, warning) -> {
                    // "Missing EOI" and the like; extraneous bytes between markers are harmless
                    if (warning.contains("EOI") || warning.contains("Premature end")) {
                        truncated.set(true);
                    }
                };
        reader.addIIOReadWarningListener(listener);
        var parameters = reader.getDefaultReadParam();
        var step = (int) Math.max(1, Math.max(width, height) / DECODED_SIDE);
        parameters.setSourceSubsampling(step, step, 0, 0);
        if (reader.canReadRaster()) {
            // without conversion of colours, so that CMYK is read as well
            reader.readRaster(0, parameters);
        } else {
            reader.read(0, parameters);
        }
        return truncated.get() ? new Refused(Regla.ARCHIVO_DANADO, "truncated") : accepted;
    }
}
