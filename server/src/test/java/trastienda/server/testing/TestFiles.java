package trastienda.server.testing;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import javax.imageio.ImageIO;

/// Small files of every kind that is accepted, and of the kinds that must be refused.
public final class TestFiles {
    private static final String WORD =
            "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
                    + "<w:body><w:p><w:r><w:t>Confronta</w:t></w:r></w:p></w:body></w:document>";
    private static final String CONTENT_TYPES =
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>";
    private static final String RELATIONS =
            "<Relationships"
                    + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                    + "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/"
                    + "officeDocument/2006/relationships/officeDocument\""
                    + " Target=\"word/document.xml\"/></Relationships>";
    private static final int SECTOR = 512;

    private TestFiles() {}

    /// A PDF with that many pages of text.
    public static byte[] pdf(int pages) {
        return pdf(pages, "");
    }

    /// The same, locked when the password is not empty.
    public static byte[] pdf(int pages, String password) {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            for (var i = 1; i <= pages; i++) {
                var page = new PDPage();
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(FontName.HELVETICA), 12);
                    content.newLineAtOffset(72, 700);
                    content.showText("Confronta, hoja " + i);
                    content.endText();
                }
            }
            if (!password.isEmpty()) {
                document.protect(
                        new StandardProtectionPolicy("dueño", password, new AccessPermission()));
            }
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A PDF of one page that carries that many bytes of noise, as a scanned page does.
    public static byte[] heavyPdf(int bytes) {
        var noise = new byte[bytes];
        new Random(bytes).nextBytes(noise);
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.getDocumentCatalog()
                    .getCOSObject()
                    .setItem("Scan", new PDStream(document, new ByteArrayInputStream(noise)));
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A PDF of one page whose content is that many spaces, packed by each filter in turn. PDFBox
    /// reads two equal filters as one.
    public static byte[] pdfBomb(int spaces, COSName... filters) {
        var packed = new byte[spaces];
        Arrays.fill(packed, (byte) ' ');
        var names = new COSArray();
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            for (var filter : filters) {
                var more = new ByteArrayOutputStream();
                FilterFactory.INSTANCE
                        .getFilter(filter)
                        .encode(new ByteArrayInputStream(packed), more, new COSDictionary(), 0);
                packed = more.toByteArray();
                names.add(0, filter);
            }
            var content = new COSStream();
            try (var raw = content.createRawOutputStream()) {
                raw.write(packed);
            }
            content.setItem(COSName.FILTER, names);
            var page = new PDPage();
            page.setContents(new PDStream(content));
            document.addPage(page);
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A PDF with one page of that side in points.
    public static byte[] pdfOfSide(float side) {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage(new PDRectangle(side, side)));
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A small PNG with a compressed text (`zTXt` or `iTXt`) of that many zeroes.
    public static byte[] pngWithText(String type, int zeroes) {
        var deflated = new ByteArrayOutputStream();
        var chunk = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(deflated)) {
            deflater.write(new byte[zeroes]);
            deflater.finish();
            chunk.writeBytes(bytes(type));
            chunk.writeBytes(bytes(type.equals("iTXt") ? "Nota\0\1\0es\0Nota\0" : "Nota\0\0"));
            chunk.writeBytes(deflated.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var crc = new CRC32();
        crc.update(chunk.toByteArray());
        var picture = image("png", 9, 9);
        // after the signature and the header
        return ByteBuffer.allocate(picture.length + chunk.size() + 8)
                .put(picture, 0, 33)
                .putInt(chunk.size() - 4)
                .put(chunk.toByteArray())
                .putInt((int) crc.getValue())
                .put(picture, 33, picture.length - 33)
                .array();
    }

    /// A picture: `png` or `jpg`.
    public static byte[] image(String format, int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var random = new Random(7);
        for (var x = 0; x < width; x++) {
            for (var y = 0; y < height; y++) {
                picture.setRGB(x, y, random.nextInt(1 << 24));
            }
        }
        try (var out = new ByteArrayOutputStream()) {
            if (!ImageIO.write(picture, format, out)) {
                throw new IllegalArgumentException(format);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A PNG whose header claims those dimensions and that holds next to nothing.
    public static byte[] pngClaiming(int width, int height) {
        var header = ByteBuffer.allocate(17);
        header.put("IHDR".getBytes(StandardCharsets.US_ASCII));
        header.putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
        var crc = new CRC32();
        crc.update(header.array());
        return ByteBuffer.allocate(33)
                .putLong(0x89504E470D0A1A0AL)
                .putInt(13)
                .put(header.array())
                .putInt((int) crc.getValue())
                .array();
    }

    /// A Word document.
    public static byte[] docx() {
        return zip(docxParts());
    }

    /// The parts of a DOCX.
    public static Map<String, byte[]> docxParts() {
        return docxParts(WORD);
    }

    /// The parts of a DOCX whose main part is that XML.
    public static Map<String, byte[]> docxParts(String document) {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put("[Content_Types].xml", bytes(CONTENT_TYPES));
        parts.put("_rels/.rels", bytes(RELATIONS));
        parts.put("word/document.xml", bytes(document));
        return parts;
    }

    /// A Word document with one more part of that many zeroes.
    public static byte[] docxBomb(int zeroes) {
        var parts = docxParts(WORD);
        parts.put("word/media/relleno.bin", new byte[zeroes]);
        return zip(parts);
    }

    /// A zip of those parts.
    public static byte[] zip(Map<String, byte[]> parts) {
        try (var out = new ByteArrayOutputStream()) {
            try (var zip = new ZipOutputStream(out)) {
                for (var part : parts.entrySet()) {
                    zip.putNextEntry(new ZipEntry(part.getKey()));
                    zip.write(part.getValue());
                    zip.closeEntry();
                }
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// An OLE2 file with one stream of that name: `WordDocument` makes it a DOC.
    public static byte[] ole(String stream) {
        var sectors = 18;
        var file = ByteBuffer.allocate(SECTOR * (sectors + 1)).order(ByteOrder.LITTLE_ENDIAN);
        file.putLong(0, 0xE11AB1A1E011CFD0L);
        file.putShort(24, (short) 0x3E).putShort(26, (short) 3).putShort(28, (short) 0xFFFE);
        file.putShort(30, (short) 9).putShort(32, (short) 6);
        file.putInt(44, 1).putInt(48, 1).putInt(56, 4096).putInt(60, -2).putInt(68, -2);
        for (var i = 0; i < 109; i++) {
            file.putInt(76 + 4 * i, i == 0 ? 0 : -1);
        }
        for (var i = 0; i < 128; i++) {
            // sector 0 is this table, 1 the directory, 2 to 9 the stream, 10 to 17 another
            file.putInt(
                    SECTOR + 4 * i,
                    switch (i) {
                        case 0 -> -3;
                        case 1, 9, 17 -> -2;
                        default -> i < 17 ? i + 1 : -1;
                    });
        }
        entry(file, SECTOR * 2, "Root Entry", 5, -2, 0);
        entry(file, SECTOR * 2 + 128, stream, 2, 2, 4096);
        entry(file, SECTOR * 2 + 256, "1Table", 2, 10, 4096);
        file.putShort(SECTOR * 3, (short) 0xA5EC);
        return file.array();
    }

    private static void entry(ByteBuffer file, int at, String name, int type, int start, int size) {
        var text = name.getBytes(StandardCharsets.UTF_16LE);
        file.put(at, text);
        file.putShort(at + 64, (short) (text.length + 2)).put(at + 66, (byte) type);
        file.putInt(at + 68, -1).putInt(at + 72, -1).putInt(at + 76, type == 5 ? 1 : -1);
        file.putInt(at + 116, start).putInt(at + 120, size);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
