package trastienda.server.platform.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.pdfbox.cos.COSName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import trastienda.server.platform.inspect.FileInspector.Verdict;
import trastienda.server.platform.inspect.FileInspector.Verdict.Accepted;
import trastienda.server.platform.inspect.FileInspector.Verdict.Refused;
import trastienda.server.testing.TestFiles;
import trastienda.shared.problem.Regla;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/// What becomes of each kind of file, checked in a real child process.
final class ProcessInspectorTest {
    private static final String DOCX =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static ProcessInspector inspector =
            new ProcessInspector(InspectionLimits.DEFAULT, Clock.systemUTC());

    @TempDir Path folder;

    @BeforeAll
    static void start() {
        inspector = new ProcessInspector(InspectionLimits.DEFAULT, Clock.systemUTC());
    }

    @AfterAll
    static void stop() {
        inspector.close();
    }

    @Test
    void acceptsEachKindOfFile() throws IOException {
        assertThat(inspect(TestFiles.pdf(2), "pdf"))
                .isEqualTo(new Accepted("application/pdf", "pdf"));
        assertThat(inspect(TestFiles.image("png", 600, 700), "png"))
                .isEqualTo(new Accepted("image/png", "png"));
        assertThat(inspect(TestFiles.image("jpg", 600, 700), "jpeg"))
                .isEqualTo(new Accepted("image/jpeg", "jpeg"));
        assertThat(inspect(TestFiles.docx(), "docx")).isEqualTo(new Accepted(DOCX, "docx"));
        assertThat(inspect(TestFiles.ole("WordDocument"), "doc"))
                .isEqualTo(new Accepted("application/msword", "doc"));
    }

    @Test
    void saysNothingOfFilesThatAreInOrder() throws Exception {
        var file = Files.write(folder.resolve("a"), TestFiles.pdf(2));
        // as a server starts it: without the log's settings for tests
        var classes =
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(entry -> !entry.contains("test-classes"))
                        .collect(Collectors.joining(File.pathSeparator));
        var child =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Djava.awt.headless=true",
                                "-cp",
                                classes,
                                InspectorChild.class.getName())
                        .start();
        try (var requests = new DataOutputStream(child.getOutputStream())) {
            requests.writeUTF(file.toString());
            requests.writeUTF("pdf");
            requests.flush();
            assertThat(Answers.read(new DataInputStream(child.getInputStream())))
                    .isEqualTo(new Accepted("application/pdf", "pdf"));
        }
        assertThat(new String(child.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEmpty();
    }

    @Test
    void correctsTheExtensionOfAPictureNamedAsAnotherKind() throws IOException {
        assertThat(inspect(TestFiles.image("jpg", 30, 30), "png"))
                .isEqualTo(new Accepted("image/jpeg", "jpg"));
        assertThat(inspect(TestFiles.image("png", 30, 30), "jpg"))
                .isEqualTo(new Accepted("image/png", "png"));
    }

    @Test
    void refusesAnEmptyFileAndAnUnknownExtension() throws IOException {
        assertRefused(inspect(new byte[0], "pdf"), Regla.ARCHIVO_VACIO);
        assertRefused(inspect(TestFiles.pdf(1), "exe"), Regla.ARCHIVO_EXTENSION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pdf", "jpg", "jpeg", "png", "doc", "docx"})
    void refusesAnExecutableUnderAnyName(String extension) throws IOException {
        var program = Arrays.copyOf("MZ\u0090\0\u0003".getBytes(StandardCharsets.ISO_8859_1), 4000);

        assertRefused(inspect(program, extension), Regla.ARCHIVO_NO_ES_LO_QUE_DICE);
    }

    @Test
    void refusesAKindNamedAsAnother() throws IOException {
        assertRefused(inspect(TestFiles.pdf(1), "png"), Regla.ARCHIVO_NO_ES_LO_QUE_DICE);
        assertRefused(
                inspect(TestFiles.image("png", 9, 9), "pdf"), Regla.ARCHIVO_NO_ES_LO_QUE_DICE);
        assertRefused(inspect(TestFiles.docx(), "doc"), Regla.ARCHIVO_NO_ES_LO_QUE_DICE);
        assertRefused(
                inspect(TestFiles.ole("WordDocument"), "docx"), Regla.ARCHIVO_NO_ES_LO_QUE_DICE);
        assertRefused(
                inspect("hola".getBytes(StandardCharsets.UTF_8), "pdf"),
                Regla.ARCHIVO_NO_ES_LO_QUE_DICE);
    }

    @ParameterizedTest
    @CsvSource({
        "pdf,0.3",
        "pdf,0.05",
        "pdf,0.6",
        "pdf,0.9",
        "pdf,0.98",
        "png,0.5",
        "png,0.9",
        "jpg,0.5",
        "jpg,0.97",
        "docx,0.6",
        "doc,0.5",
        "doc,0.6",
        "doc,0.9"
    })
    void refusesATruncatedFile(String extension, double kept) throws IOException {
        var whole =
                switch (extension) {
                    case "pdf" -> TestFiles.pdf(3);
                    case "docx" -> TestFiles.docx();
                    case "doc" -> TestFiles.ole("WordDocument");
                    default -> TestFiles.image(extension, 400, 300);
                };

        assertRefused(
                inspect(Arrays.copyOf(whole, (int) (whole.length * kept)), extension),
                Regla.ARCHIVO_DANADO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n\n", "\r\n%scanner 3.1\n", "\0"})
    void aPdfMayGoOnALittleAfterItsEnd(String more) throws IOException {
        var written = new ByteArrayOutputStream();
        written.write(TestFiles.pdf(1));
        written.write(
                more.repeat(more.equals("\0") ? 40_000 : 1).getBytes(StandardCharsets.US_ASCII));

        assertThat(inspect(written.toByteArray(), "pdf"))
                .isEqualTo(new Accepted("application/pdf", "pdf"));
    }

    @Test
    void refusesAPdfWithTooManyPages() throws IOException {
        assertRefused(inspect(TestFiles.pdf(501), "pdf"), Regla.PDF_CON_DEMASIADAS_PAGINAS);
    }

    @Test
    void refusesWhatIsLockedWithAPassword() throws IOException {
        assertRefused(inspect(TestFiles.pdf(1, "secreta"), "pdf"), Regla.ARCHIVO_CON_CLAVE);
        assertRefused(inspect(TestFiles.ole("EncryptedPackage"), "docx"), Regla.ARCHIVO_CON_CLAVE);
    }

    @Test
    void judgesAnImageByItsHeaderBeforeItDecodesAnything() throws IOException {
        assertRefused(
                inspect(TestFiles.pngClaiming(60_000, 60_000), "png"),
                Regla.IMAGEN_DEMASIADO_GRANDE);
        assertRefused(
                inspect(TestFiles.pngClaiming(10_000, 5_001), "png"),
                Regla.IMAGEN_DEMASIADO_GRANDE);
        assertRefused(inspect(TestFiles.pngClaiming(10_000, 5_000), "png"), Regla.ARCHIVO_DANADO);
    }

    @Test
    void refusesADocxThatIsAnotherZip() throws IOException {
        var other = TestFiles.zip(Map.of("xl/workbook.xml", new byte[] {'<', 'a', '/', '>'}));

        assertRefused(inspect(other, "docx"), Regla.ARCHIVO_NO_ES_LO_QUE_DICE);
    }

    @Test
    void refusesADocxThatIsABomb() throws IOException {
        assertRefused(inspect(TestFiles.docxBomb(50 << 20), "docx"), Regla.ARCHIVO_BOMBA);
    }

    @Test
    void refusesADocxWhoseDocumentIsNotXmlOrPullsInEntities() throws IOException {
        for (var document :
                new String[] {
                    "<a><b></a>",
                    "<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>",
                    "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>"
                }) {
            var zip = TestFiles.zip(TestFiles.docxParts(document));
            assertRefused(inspect(zip, "docx"), Regla.ARCHIVO_DANADO);
        }
    }

    @Test
    void refusesADocxThatNoWordProcessorOpens() throws IOException {
        assertRefused(
                inspect(TestFiles.zip(TestFiles.docxParts("<html/>")), "docx"),
                Regla.ARCHIVO_NO_ES_LO_QUE_DICE);
        var parts = TestFiles.docxParts();
        parts.remove("_rels/.rels");
        assertRefused(inspect(TestFiles.zip(parts), "docx"), Regla.ARCHIVO_NO_ES_LO_QUE_DICE);
    }

    @Test
    void refusesADocxWithAPartTwice() throws IOException {
        // no zip writer makes two of a name, so one is renamed to the other's afterwards
        var parts = TestFiles.docxParts();
        parts.put("word/documenu.xml", new byte[] {'<', 'a', '/', '>'});
        var zip =
                new String(TestFiles.zip(parts), StandardCharsets.ISO_8859_1)
                        .replace("documenu", "document")
                        .getBytes(StandardCharsets.ISO_8859_1);
        assertRefused(inspect(zip, "docx"), Regla.ARCHIVO_DANADO);
    }

    @Test
    void refusesAPdfThatUnpacksWithoutEndInSomeReaders() throws IOException {
        var flate = COSName.FLATE_DECODE;
        assertThat(inspect(TestFiles.pdfBomb(1 << 20, flate, flate), "pdf"))
                .isEqualTo(new Accepted("application/pdf", "pdf"));
        assertRefused(
                inspect(TestFiles.pdfBomb(250 << 20, flate, flate), "pdf"), Regla.ARCHIVO_BOMBA);
        assertRefused(
                inspect(TestFiles.pdfBomb(250 << 20, flate, COSName.ASCII_HEX_DECODE), "pdf"),
                Regla.ARCHIVO_BOMBA);
    }

    @Test
    void refusesAPdfWithAPageNobodyCouldPaint() throws IOException {
        assertThat(inspect(TestFiles.pdfOfSide(14_400), "pdf"))
                .isEqualTo(new Accepted("application/pdf", "pdf"));
        assertRefused(inspect(TestFiles.pdfOfSide(14_401), "pdf"), Regla.ARCHIVO_BOMBA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zTXt", "iTXt"})
    void refusesAPngWhoseTextUnpacksWithoutEnd(String chunk) throws IOException {
        assertThat(inspect(TestFiles.pngWithText(chunk, 4 << 20), "png"))
                .isEqualTo(new Accepted("image/png", "png"));
        assertRefused(inspect(TestFiles.pngWithText(chunk, 9 << 20), "png"), Regla.ARCHIVO_BOMBA);
    }

    @Test
    void refusesAnOleFileThatIsNoWordDocument() throws IOException {
        assertRefused(inspect(TestFiles.ole("Workbook"), "doc"), Regla.ARCHIVO_NO_ES_LO_QUE_DICE);
    }

    private Verdict inspect(byte[] content, String extension) throws IOException {
        var file = Files.write(Files.createTempFile(folder, "señal", "." + extension), content);
        return inspector.inspect(file, extension);
    }

    private static void assertRefused(Verdict verdict, Regla regla) {
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.regla()).isEqualTo(regla));
    }
}
