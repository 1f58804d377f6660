package trastienda.server.confrontas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import trastienda.server.confrontas.FilesServer.Options;
import trastienda.server.confrontas.FilesServer.Person;
import trastienda.server.platform.inspect.InspectionLimits;
import trastienda.server.platform.inspect.ProcessInspector;
import trastienda.server.testing.TestFiles;
import trastienda.shared.ventas.EstadoVenta;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

/// CONTRACT.md's table of bad files, through HTTP and the real inspector.
class BadFilesTest {
    private static ProcessInspector inspector;
    private static FilesServer server;

    @BeforeAll
    static void start() {
        inspector = new ProcessInspector(InspectionLimits.DEFAULT, Clock.systemUTC());
        server = new FilesServer(Options.usual().with(inspector));
    }

    @AfterAll
    static void stop() {
        server.close();
        inspector.close();
    }

    static Stream<Arguments> refused() {
        var pdf = TestFiles.pdf(1);
        var program = "MZ\u0090\u0000 This program cannot be run in DOS mode";
        var other = TestFiles.zip(Map.of("xl/workbook.xml", new byte[] {1}));
        return Stream.of(
                Arguments.of("vacio.pdf", new byte[0], "archivo_vacio"),
                Arguments.of("cortado.pdf", Arrays.copyOf(pdf, 60), "archivo_danado"),
                Arguments.of(
                        "programa.pdf",
                        program.getBytes(StandardCharsets.ISO_8859_1),
                        "archivo_no_es_lo_que_dice"),
                Arguments.of("otro.docx", other, "archivo_no_es_lo_que_dice"),
                Arguments.of("bomba.docx", TestFiles.docxBomb(1 << 29), "archivo_bomba"),
                Arguments.of(
                        "grande.png",
                        TestFiles.pngClaiming(60_000, 60_000),
                        "imagen_demasiado_grande"),
                Arguments.of("nota.txt", new byte[] {'a'}, "archivo_extension"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesEachWithItsOwnCode(String name, byte[] bytes, String rule) {
        var sale = server.sale(EstadoVenta.PENDIENTE_REVISION);
        var answer = server.client.put(Person.AGENTE, sale, name, bytes);
        assertThat(answer.status()).isEqualTo(400);
        var error = answer.json().get("errors").get(0);
        assertThat(error.get("campo").asString()).isEqualTo("confronta");
        assertThat(error.get("regla").asString()).isEqualTo(rule);
        assertThat(error.get("mensaje").asString()).isNotBlank();
        assertThat(
                        server.count(
                                "select count(*) from trastienda.confrontas where venta_id = ?",
                                sale))
                .isZero();
    }

    @Test
    void keepsAPictureUnderTheTypeItReallyHas() {
        var sale = server.sale(EstadoVenta.PENDIENTE_REVISION);
        var answer =
                server.client.put(Person.AGENTE, sale, "foto.png", TestFiles.image("jpg", 60, 40));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.json().get("nombre").asString()).isEqualTo("foto.jpg");
        assertThat(answer.json().get("content_type").asString()).isEqualTo("image/jpeg");
        assertThat(server.saleRow(sale)).containsEntry("confronta_tipo_archivo", "jpg");
    }

    @Test
    void takesAWordDocumentAndAPdf() {
        var sale = server.sale(EstadoVenta.PENDIENTE_REVISION);
        for (var file :
                Map.of(
                                "a.docx",
                                TestFiles.docx(),
                                "b.pdf",
                                TestFiles.pdf(2),
                                "c.doc",
                                TestFiles.ole("WordDocument"))
                        .entrySet()) {
            var answer = server.client.put(Person.AGENTE, sale, file.getKey(), file.getValue());
            assertThat(answer.status()).as(file.getKey() + answer.text()).isEqualTo(201);
        }
    }
}
