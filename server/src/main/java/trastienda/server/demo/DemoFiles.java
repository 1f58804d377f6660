package trastienda.server.demo;

import java.io.IOException;

/// Makes the bytes of a confronta, of whatever kind it is to be.
final class DemoFiles implements AutoCloseable {
    private final PdfPaper pdf = new PdfPaper();
    private final ScanPaper scan;

    DemoFiles() throws IOException {
        scan = new ScanPaper();
    }

    byte[] make(DemoVenta venta, DemoVenta.DemoArchivo archivo) throws IOException {
        var paper = DemoPaper.of(venta, archivo);
        return switch (archivo.kind()) {
            case PDF -> pdf.draw(paper);
            case JPEG -> scan.jpeg(paper);
            case PNG -> scan.png(paper);
            case DOCX -> WordPaper.write(paper);
            case DOC -> OldWordPaper.write(paper);
        };
    }

    @Override
    public void close() throws IOException {
        scan.close();
    }
}
