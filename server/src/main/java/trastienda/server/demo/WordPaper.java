package trastienda.server.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes a confronta as a Word document of today (ECMA-376): the least that opens everywhere.
final class WordPaper {
    private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(2026, 1, 1, 0, 0);
    private static final String HEAD =
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";

    private WordPaper() {}

    static byte[] write(DemoPaper paper) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            entry(
                    zip,
                    "[Content_Types].xml",
                    """
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
                    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                    <Default Extension="xml" ContentType="application/xml"/>\
                    <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>\
                    </Types>\
                    """);
            entry(
                    zip,
                    "_rels/.rels",
                    """
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
                    <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>\
                    </Relationships>\
                    """);
            entry(zip, "word/document.xml", document(paper));
        }
        return bytes.toByteArray();
    }

    private static String document(DemoPaper paper) {
        var body = new StringBuilder();
        paragraph(body, DemoPaper.CODE, false, "right");
        paragraph(body, DemoPaper.TITLE, true, "center");
        paragraph(body, paper.fecha(), false, "center");
        body.append("<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr>");
        body.append("<w:tblGrid><w:gridCol w:w=\"3000\"/><w:gridCol w:w=\"6000\"/></w:tblGrid>");
        for (var row : paper.lines()) {
            body.append("<w:tr><w:tc><w:tcPr><w:tcW w:w=\"3000\" w:type=\"dxa\"/></w:tcPr>");
            paragraph(body, row.label(), false, "left");
            body.append("</w:tc><w:tc><w:tcPr><w:tcW w:w=\"6000\" w:type=\"dxa\"/></w:tcPr>");
            paragraph(body, row.value(), true, "left");
            body.append("</w:tc></w:tr>");
        }
        body.append("</w:tbl>");
        paragraph(body, String.join(" ", DemoPaper.CONSENT), false, "both");
        paragraph(body, "Firma del titular: ______________________", false, "left");
        paragraph(body, paper.llamada(), false, "left");
        return "<w:document"
                + " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
                + "<w:body>"
                + body
                + "<w:sectPr><w:pgSz w:w=\"12240\""
                + " w:h=\"15840\"/></w:sectPr></w:body></w:document>";
    }

    private static void paragraph(StringBuilder out, String text, boolean bold, String align) {
        out.append("<w:p><w:pPr><w:jc w:val=\"").append(align).append("\"/></w:pPr><w:r>");
        if (bold) {
            out.append("<w:rPr><w:b/></w:rPr>");
        }
        out.append("<w:t xml:space=\"preserve\">")
                .append(escaped(text))
                .append("</w:t></w:r></w:p>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static void entry(ZipOutputStream zip, String name, String xml) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(ENTRY_TIME);
        zip.putNextEntry(entry);
        zip.write((HEAD + xml).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
