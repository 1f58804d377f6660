package trastienda.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import trastienda.server.demo.DemoVenta.DemoArchivo;
import trastienda.server.demo.DemoVenta.Kind;
import trastienda.server.demo.DemoVenta.Mismatch;
import trastienda.server.platform.inspect.FileInspector;
import trastienda.server.platform.inspect.InspectionLimits;
import trastienda.server.platform.inspect.ProcessInspector;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.zip.ZipInputStream;

import javax.imageio.ImageIO;

class DemoFilesTest {
    private static final DemoVenta VENTA =
            new DemoVentas(Instant.parse("2026-11-25T19:30:00Z")).make().getLast();

    @Test
    void aPdfCarriesTheSalesOwnValues() throws IOException {
        try (var pdf = Loader.loadPDF(make(Kind.PDF, 3, Mismatch.NONE))) {
            var text = new PDFTextStripper().getText(pdf);

            assertThat(pdf.getNumberOfPages()).isEqualTo(3);
            assertThat(text)
                    .contains(DemoPaper.TITLE, VENTA.titular().nombre(), VENTA.plan().nombre());
            assertThat(text.replace(" ", "")).contains(VENTA.numeroAPortar(), VENTA.telefono());
        }
    }

    @Test
    void aMismatchedPdfCarriesAnotherTelephone() throws IOException {
        try (var pdf = Loader.loadPDF(make(Kind.PDF, 1, Mismatch.TELEFONO))) {
            var text = new PDFTextStripper().getText(pdf).replace(" ", "");
            var contact = text.substring(text.indexOf("Teléfonodecontacto"), text.indexOf("NIP"));

            assertThat(contact).doesNotContain(VENTA.telefono());
        }
    }

    @Test
    void theSamePaperGivesTheSameBytes() throws IOException {
        for (var kind : Kind.values()) {
            assertThat(make(kind, 1, Mismatch.NONE)).isEqualTo(make(kind, 1, Mismatch.NONE));
        }
    }

    @Test
    void picturesOpen() throws IOException {
        for (var kind : new Kind[] {Kind.JPEG, Kind.PNG}) {
            var bytes = make(kind, 1, Mismatch.NONE);
            var image = ImageIO.read(new ByteArrayInputStream(bytes));

            assertThat(image.getHeight()).isEqualTo(1100);
            assertThat(bytes.length).isLessThan(400_000);
        }
    }

    @Test
    void aDocxIsAWordPackage() throws IOException {
        var names = new ArrayList<String>();
        try (var zip =
                new ZipInputStream(
                        new ByteArrayInputStream(make(Kind.DOCX, 1, Mismatch.NONE)),
                        StandardCharsets.UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        assertThat(names).contains("[Content_Types].xml", "word/document.xml");
    }

    @Test
    void aDocIsAnOle2FileWithItsText() throws IOException {
        var bytes = make(Kind.DOC, 1, Mismatch.NONE);

        assertThat(bytes).startsWith(0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1);
        assertThat(new String(bytes, StandardCharsets.UTF_16LE))
                .contains("WordDocument", "1Table", VENTA.titular().nombre());
    }

    @Test
    void theInspectorAcceptsEveryKind(@TempDir Path folder) throws IOException {
        try (var inspector = new ProcessInspector(InspectionLimits.DEFAULT, Clock.systemUTC())) {
            for (var kind : Kind.values()) {
                var file = folder.resolve("confronta." + kind.extension);
                Files.write(file, make(kind, 1, Mismatch.NONE));

                assertThat(inspector.inspect(file, kind.extension))
                        .isEqualTo(
                                new FileInspector.Verdict.Accepted(
                                        kind.contentType, kind.extension));
            }
        }
    }

    private byte[] make(Kind kind, int pages, Mismatch mismatch) throws IOException {
        try (var files = new DemoFiles()) {
            return files.make(VENTA, new DemoArchivo("a", kind, pages, mismatch, 48_213));
        }
    }
}
