package trastienda.desktop.confrontas;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/// Reads the text of one page with the place of each character.
final class PdfText extends PDFTextStripper {
    private final PageText.Builder text = new PageText.Builder();

    private PdfText(int page) {
        setSortByPosition(true);
        setStartPage(page + 1);
        setEndPage(page + 1);
    }

    /// A page's text; without one when the page is only a picture.
    ///
    /// @param page counted from 0
    static PageText read(PDDocument document, int page) throws IOException {
        var reader = new PdfText(page);
        reader.writeText(document, Writer.nullWriter());
        return reader.text.build(page);
    }

    @Override
    protected void writeString(String words, List<TextPosition> positions) {
        for (var at : positions) {
            var height = at.getHeightDir();
            text.add(
                    at.getUnicode(),
                    new PageText.Box(
                            at.getXDirAdj(),
                            at.getYDirAdj() - height,
                            at.getWidthDirAdj(),
                            height));
        }
    }

    @Override
    protected void writeWordSeparator() {
        text.gap();
    }

    @Override
    protected void writeLineSeparator() {
        text.gap();
    }
}
