package trastienda.server.confrontas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleanNameTest {
    @ParameterizedTest
    @CsvSource({
        "contrato.pdf, contrato.pdf",
        "../../etc/passwd.pdf, passwd.pdf",
        "C:\\Users\\ana\\Escritorio\\contrato.pdf, contrato.pdf",
        "'con\u0000tra\u0007to\r\n.pdf', contrato.pdf",
        "contrato\u202Efdp.pdf, contratofdp.pdf",
        "\u200Fعقد\u200E.pdf, عقد.pdf",
        "contrato 👩‍💻 firmado 🇨🇴.pdf, contrato 👩‍💻 firmado 🇨🇴.pdf",
        "a\u200Db.pdf, ab.pdf",
        "'<a>:\"b\"|c?*.pdf', _a___b__c__.pdf",
        "CON.pdf, _CON.pdf",
        "lpt1.firmado.pdf, _lpt1.firmado.pdf",
        "contrato con firma.pdf, contrato con firma.pdf",
        "contado.pdf, contado.pdf",
        "..pdf, confronta.pdf",
        ".pdf, confronta.pdf",
        "'   . .. .pdf', confronta.pdf",
        "Año  Ñandú.PDF, Año Ñandú.pdf"
    })
    void keepsWhatCanBeShownAndDropsTheRest(String sent, String expected) {
        assertThat(CleanName.of(sent, "confronta").as("pdf")).isEqualTo(expected);
    }

    @Test
    void correctsTheExtensionToTheContent() {
        assertThat(CleanName.of("foto.png", "confronta").as("jpg")).isEqualTo("foto.jpg");
        assertThat(CleanName.of("foto.jpeg", "confronta").as("jpg")).isEqualTo("foto.jpeg");
        assertThat(CleanName.of("foto", "confronta").as("jpg")).isEqualTo("foto.jpg");
    }

    @Test
    void readsTheExtensionThatIsReallyTheLast() {
        assertThat(CleanName.of("factura.pdf\u202Efdp.exe", "x").extension()).isEqualTo("exe");
        assertThat(CleanName.of("factura.pdf/otra", "x").extension()).isEmpty();
    }

    @Test
    void cutsLongNamesWithoutBreakingACharacter() {
        var name = CleanName.of("😀".repeat(300) + ".pdf", "x").as("pdf");
        assertThat(name.codePointCount(0, name.length())).isEqualTo(CleanName.MAX_LENGTH);
        assertThat(name).endsWith("😀.pdf");
    }

    @Test
    void dropsHalfOfASurrogatePair() {
        assertThat(CleanName.of("a\uD83Db.pdf", "x").as("pdf")).isEqualTo("ab.pdf");
    }
}
