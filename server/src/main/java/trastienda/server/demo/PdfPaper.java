package trastienda.server.demo;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.SplittableRandom;

/// Draws a confronta as a PDF: the signed form, then the plan's conditions, then a sketch of the
/// identity card. The same paper gives the same bytes.
final class PdfPaper {
    private static final float LEFT = 62;
    private static final float RIGHT = 550;

    private final PDFont plain = new PDType1Font(FontName.HELVETICA);
    private final PDFont bold = new PDType1Font(FontName.HELVETICA_BOLD);

    byte[] draw(DemoPaper paper) throws IOException {
        try (var document = new PDDocument()) {
            document.setDocumentId((long) paper.numero().hashCode());
            for (int page = 1; page <= paper.pages(); page++) {
                var sheet = new PDPage(PDRectangle.LETTER);
                document.addPage(sheet);
                try (var out = new PDPageContentStream(document, sheet)) {
                    head(out, page);
                    switch (page) {
                        case 1 -> form(out, paper);
                        case 2 -> conditions(out, paper);
                        default -> card(out, paper);
                    }
                    text(out, plain, 7.5f, 490, 40, "Página " + page + " de " + paper.pages());
                }
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private void head(PDPageContentStream out, int page) throws IOException {
        grey(out, 0.76f);
        out.addRect(LEFT, 728, 84, 20);
        out.fill();
        grey(out, 0.4f);
        if (page == 1) {
            text(out, plain, 7.5f, 465, 732, DemoPaper.CODE);
        }
    }

    private void form(PDPageContentStream out, DemoPaper paper) throws IOException {
        grey(out, 0.1f);
        centred(out, bold, 14, 694, DemoPaper.TITLE);
        grey(out, 0.4f);
        centred(out, plain, 8.5f, 678, paper.fecha());
        line(out, 0.55f, LEFT, 664, RIGHT, 664);
        var y = 638f;
        for (var row : paper.lines()) {
            grey(out, 0.35f);
            text(out, plain, 9.5f, LEFT, y, row.label());
            grey(out, 0.05f);
            text(out, bold, 10, 224, y, row.value());
            y -= 24;
        }
        grey(out, 0.3f);
        y -= 14;
        for (var sentence : DemoPaper.CONSENT) {
            text(out, plain, 8.5f, LEFT, y, sentence);
            y -= 14;
        }
        signature(out, paper, y - 52);
        fingerprint(out, paper, 400, y - 104);
        grey(out, 0.45f);
        text(out, plain, 8, LEFT, 64, paper.llamada());
    }

    private void signature(PDPageContentStream out, DemoPaper paper, float y) throws IOException {
        var random = new SplittableRandom(paper.numero().hashCode());
        out.setStrokingColor(0.09f, 0.19f, 0.47f);
        out.setLineWidth(1.3f);
        var x = LEFT + 16f;
        out.moveTo(x, y);
        var strokes = 6 + random.nextInt(4);
        for (int i = 0; i < strokes; i++) {
            var up = 14 + random.nextInt(34);
            var step = 10 + random.nextInt(13);
            out.curveTo(
                    x + 2, y + up, x + step - 4, y + up * 0.9f, x + step, y + random.nextInt(10));
            x += step;
        }
        out.curveTo(x + 20, y + 22, x + 34, y + 18, x + 46, y + 12);
        out.stroke();
        line(out, 0.35f, LEFT, y - 10, LEFT + 196, y - 10);
        grey(out, 0.4f);
        text(out, plain, 8, LEFT, y - 22, "Firma del titular");
    }

    private void fingerprint(PDPageContentStream out, DemoPaper paper, float x, float y)
            throws IOException {
        out.setStrokingColor(0.35f, 0.35f, 0.38f);
        out.setLineWidth(0.8f);
        out.addRect(x, y, 78, 84);
        out.stroke();
        var tilt = paper.numero().hashCode() % 5;
        for (int ring = 0; ring < 7; ring++) {
            var w = 6f + ring * 4.2f;
            var h = 9f + ring * 4.6f;
            var cx = x + 39 + tilt;
            var cy = y + 36;
            out.moveTo(cx - w, cy - h * 0.7f);
            out.curveTo(cx - w - 3, cy + h, cx + w + 3, cy + h + tilt, cx + w, cy - h * 0.6f);
            out.stroke();
        }
        grey(out, 0.4f);
        text(out, plain, 8, x + 14, y - 12, "Índice derecho");
    }

    private void conditions(PDPageContentStream out, DemoPaper paper) throws IOException {
        grey(out, 0.1f);
        centred(out, bold, 13, 694, "CONDICIONES DEL PLAN");
        var y = 660f;
        for (var row : paper.lines().subList(6, paper.lines().size())) {
            grey(out, 0.2f);
            text(out, plain, 9.5f, LEFT, y, row.label() + ": " + row.value());
            y -= 20;
        }
        var sentences =
                new String[] {
                    "1. El cargo fijo se factura mes vencido y se ajusta cada año con el IPC.",
                    "2. La línea conserva su número; el cambio se hace en la ventana indicada.",
                    "3. El cliente puede desistir antes de la ventana de cambio sin costo.",
                    "4. La velocidad baja a 512 kbit/s al agotar los datos incluidos.",
                    "5. Los datos personales se tratan según la Ley 1581 de 2012."
                };
        y -= 20;
        for (var sentence : sentences) {
            text(out, plain, 9, LEFT, y, sentence);
            y -= 22;
        }
        line(out, 0.55f, LEFT, y, RIGHT, y);
        text(out, plain, 8.5f, LEFT, y - 18, "Venta " + paper.numero());
    }

    private void card(PDPageContentStream out, DemoPaper paper) throws IOException {
        grey(out, 0.1f);
        centred(out, bold, 13, 694, "COPIA DEL DOCUMENTO DE IDENTIDAD");
        out.setNonStrokingColor(0.94f, 0.95f, 0.9f);
        out.addRect(150, 440, 310, 196);
        out.fill();
        line(out, 0.5f, 150, 604, 460, 604);
        grey(out, 0.72f);
        out.addRect(350, 462, 92, 120);
        out.fill();
        grey(out, 0.2f);
        text(out, bold, 10, 164, 614, "REPÚBLICA DE COLOMBIA");
        var y = 576f;
        for (int row = 0; row < 3; row++) {
            text(out, plain, 7, 164, y, paper.lines().get(row).label());
            text(out, bold, 9, 164, y - 12, paper.lines().get(row).value());
            y -= 38;
        }
    }

    private static void grey(PDPageContentStream out, float level) throws IOException {
        out.setNonStrokingColor(level, level, level);
    }

    private static void line(
            PDPageContentStream out, float level, float x1, float y1, float x2, float y2)
            throws IOException {
        out.setStrokingColor(level, level, level);
        out.setLineWidth(0.8f);
        out.moveTo(x1, y1);
        out.lineTo(x2, y2);
        out.stroke();
    }

    private static void centred(
            PDPageContentStream out, PDFont font, float size, float y, String text)
            throws IOException {
        var width = font.getStringWidth(text) / 1000 * size;
        text(out, font, size, (PDRectangle.LETTER.getWidth() - width) / 2, y, text);
    }

    private static void text(
            PDPageContentStream out, PDFont font, float size, float x, float y, String text)
            throws IOException {
        out.beginText();
        out.setFont(font, size);
        out.newLineAtOffset(x, y);
        out.showText(text);
        out.endText();
    }
}
