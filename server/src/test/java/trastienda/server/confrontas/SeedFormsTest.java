package trastienda.server.confrontas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import trastienda.server.confrontas.FilesServer.Person;
import trastienda.shared.confrontas.ArchivoLimits;
import trastienda.shared.ventas.EstadoVenta;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// The seed's two forms (S0-01, S0-02), its detail, and what they answer.
class SeedFormsTest {
    private static final String CREATE = "/telefonica/venta/crear-portabilidad/";
    private static final AtomicInteger LINES = new AtomicInteger();
    private static FilesServer server;
    private static long plan;

    @BeforeAll
    static void start() {
        server = new FilesServer();
        server.sql(
                """
                insert into telefonica_planes_portabilidad
                    (codigo, nombre_plan, caracteristicas, "CFM", "CFM_sin_iva", estado, tipo_plan)
                values ('P1', 'Plan 1', '', 50000, 42000, 'activo', 'portabilidad')
                """);
        plan = server.count("select id from telefonica_planes_portabilidad");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Map<String, String> fields() {
        return fields(plan);
    }

    static Map<String, String> fields(long plan) {
        var line = LINES.incrementAndGet();
        var fields = new LinkedHashMap<String, String>();
        fields.put("tipo_documento", "CC");
        fields.put("documento", "52123456");
        fields.put("fecha_expedicion", "2010-05-06");
        fields.put("nombre_completo", "Ana María Ñañez");
        fields.put("telefono_legalizacion", "3001234567");
        fields.put("plan_adquiere", Long.toString(plan));
        fields.put("numero_a_portar", "310%07d".formatted(line));
        fields.put("nip", "04512");
        fields.put("fecha_entrega", "2026-11-24");
        fields.put("fecha_ventana_cambio", "2026-11-26");
        fields.put("numero_orden", "SEMILLA-" + line);
        return fields;
    }

    static byte[] form(Map<String, String> fields, String fileName, byte[] file) {
        var out = new ByteArrayOutputStream();
        fields.forEach(
                (name, value) ->
                        out.writeBytes(
                                ("------x\r\nContent-Disposition: form-data; name=\""
                                                + name
                                                + "\"\r\n\r\n"
                                                + value
                                                + "\r\n")
                                        .getBytes(StandardCharsets.UTF_8)));
        if (!fileName.equals("-")) {
            out.writeBytes(
                    ("------x\r\nContent-Disposition: form-data; name=\"confronta\"; filename=\""
                                    + fileName
                                    + "\"\r\nContent-Type: application/pdf\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            out.writeBytes(file);
            out.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        out.writeBytes("------x--\r\n".getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    @Test
    void registersASaleWithItsConfronta() {
        var body = form(fields(), "contrato señal.pdf", new byte[] {1, 2, 3, '\r', '\n', '-'});
        var answer = server.client.form(Person.AGENTE, CREATE, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        var sale = answer.json();
        assertThat(sale.get("numero").asString()).startsWith("PORTA-");
        assertThat(sale.get("estado_venta").asString()).isEqualTo("pendiente_revision");
        assertThat(sale.get("confronta").asString()).isEqualTo("guardada");
        assertThat(sale.get("confronta_subido_a_minio").asBoolean()).isTrue();
        assertThat(sale.get("confronta_nombre_original").asString())
                .isEqualTo("contrato señal.pdf");
        assertThat(sale.get("version").asLong()).isPositive();
        var id = answer.id();
        var list = server.client.get(Person.AGENTE, FilesClient.archivos(id)).json();
        var file = list.get("results").get(0).get("id").asLong();
        assertThat(server.client.get(Person.AGENTE, FilesClient.contenido(id, file)).raw().body())
                .containsExactly(1, 2, 3, '\r', '\n', '-');
        var detail = server.client.get(Person.AGENTE, "/telefonica/venta/" + id + "/detalle/");
        assertThat(detail.json().get("confronta_minio_object_name").asString())
                .endsWith("_confronta_" + file);
    }

    @Test
    void registersASaleWithoutOne() {
        var none = server.client.form(Person.AGENTE, CREATE, form(fields(), "-", new byte[0]));
        assertThat(none.status()).as(none.text()).isEqualTo(201);
        assertThat(none.json().get("confronta").asString()).isEqualTo("ninguna");
        var empty = server.client.form(Person.AGENTE, CREATE, form(fields(), "", new byte[0]));
        assertThat(empty.status()).as("as a browser sends no choice").isEqualTo(201);
    }

    @Test
    void savesNothingWhenTheFormOrItsFileIsWrong() {
        var before = server.count("select count(*) from telefonica_ventaportabilidad");
        var wrong = fields();
        wrong.put("numero_a_portar", "12");
        wrong.put("nip", "x");
        var answer =
                server.client.form(Person.AGENTE, CREATE, form(wrong, "a.pdf", new byte[] {1}));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("numero_a_portar").isArray()).as("as DRF says it").isTrue();
        assertThat(answer.json().has("nip")).isTrue();

        var program =
                server.client.form(Person.AGENTE, CREATE, form(fields(), "a.exe", new byte[] {1}));
        assertThat(program.status()).isEqualTo(400);
        assertThat(program.json().has("confronta")).isTrue();
        var huge = new byte[(int) ArchivoLimits.MAX_BYTES + 1];
        var tooLarge = server.client.form(Person.AGENTE, CREATE, form(fields(), "a.pdf", huge));
        assertThat(tooLarge.status()).isEqualTo(413);
        assertThat(tooLarge.json().has("confronta")).isTrue();
        var notAForm = server.client.post(Person.AGENTE, CREATE, "{}");
        assertThat(notAForm.status()).isEqualTo(415);
        var torn = "------x\r\nContent-Disposition: form-data; name=\"nip\"\r\n\r\n04";
        assertThat(
                        server.client
                                .form(Person.AGENTE, CREATE, torn.getBytes(StandardCharsets.UTF_8))
                                .status())
                .isEqualTo(400);
        assertThat(server.count("select count(*) from telefonica_ventaportabilidad"))
                .isEqualTo(before);
        assertThat(server.client.form(Person.CALIDAD, CREATE, form(fields(), "-", huge)).status())
                .isEqualTo(403);
    }

    @Test
    void makesOneSaleAndOneFileOfAFormSentTwice() {
        var body = form(fields(), "a.pdf", new byte[] {5});
        var key = new String[] {"Idempotency-Key", "formulario-1"};
        var first = server.client.form(Person.AGENTE, CREATE, body, key);
        var again = server.client.form(Person.AGENTE, CREATE, body, key);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(
                        server.count(
                                "select count(*) from trastienda.confrontas where venta_id = ?",
                                first.id()))
                .isEqualTo(1);
        var other = form(fields(), "a.pdf", new byte[] {5});
        assertThat(server.client.form(Person.AGENTE, CREATE, other, key).status()).isEqualTo(422);
    }

    @Test
    void correctsAReturnedSaleAndReplacesItsFile() {
        var fields = fields();
        var created =
                server.client.form(Person.AGENTE, CREATE, form(fields, "a.pdf", new byte[] {1}));
        var id = created.id();
        server.state(id, EstadoVenta.DEVUELTA);
        var version = (Number) server.saleRow(id).get("version");
        fields.put("nombre_completo", "Ana Corregida");
        fields.put("version", String.valueOf(version));
        var path = "/telefonica/venta/corregir/" + id + "/";
        var answer = server.client.form(Person.AGENTE, path, form(fields, "b.pdf", new byte[] {2}));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().get("nombre_completo").asString()).isEqualTo("Ana Corregida");
        assertThat(answer.json().get("estado_venta").asString()).isEqualTo("pendiente_revision");
        assertThat(answer.json().get("confronta_nombre_original").asString()).isEqualTo("b.pdf");
        assertThat(
                        server.count(
                                "select count(*) from trastienda.confrontas where venta_id = ?",
                                id))
                .isEqualTo(2);
        var key = new String[] {"Idempotency-Key", "correccion-1"};
        server.state(id, EstadoVenta.DEVUELTA);
        fields.put("version", String.valueOf(server.saleRow(id).get("version")));
        fields.put("nombre_completo", "Ana Otra Vez");
        var keyed = form(fields, "c.pdf", new byte[] {3});
        for (var time : new String[] {"first", "again"}) {
            var sent = server.client.form(Person.AGENTE, path, keyed, key);
            assertThat(sent.status()).as(time + sent.text()).isEqualTo(200);
        }
        assertThat(
                        server.count(
                                "select count(*) from trastienda.confrontas where venta_id = ?",
                                id))
                .isEqualTo(3);
        server.sql("update trastienda.confrontas set clave = 'otra' where clave = 'correccion-1'");
        server.state(id, EstadoVenta.APROBADA);
        var late = server.client.form(Person.AGENTE, path, keyed, key);
        assertThat(late.status()).as(late.text()).isEqualTo(200);
        assertThat(late.json().get("advertencia").asString()).isNotEmpty();
        server.state(id, EstadoVenta.DEVUELTA);
        var stale = server.client.form(Person.AGENTE, path, form(fields, "-", new byte[0]));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(server.client.form(Person.OTRO, path, form(fields, "-", new byte[0])).status())
                .isEqualTo(404);
    }

    @Test
    void tellsTogetherWhatIsWrongWithTheFieldsAndTheFile() {
        var wrong = fields();
        wrong.put("nip", "x");
        wrong.put("plan_adquiere", "abc");
        var answer =
                server.client.form(Person.AGENTE, CREATE, form(wrong, "a.exe", new byte[] {1}));
        assertThat(answer.status()).isEqualTo(400);
        for (var field : new String[] {"nip", "plan_adquiere", "confronta"}) {
            assertThat(answer.json().get(field)).as(field + answer.text()).isNotNull();
        }
    }

    @Test
    void wordsItsWarningsAndRefusesAFieldThatComesTwice() {
        var odd = fields();
        odd.put("documento", "120");
        var answer = server.client.form(Person.AGENTE, CREATE, form(odd, "-", new byte[0]));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        var warning = answer.json().get("advertencias").get(0);
        assertThat(warning.get("mensaje").asString()).isNotBlank();

        var once = new String(form(fields(), "-", new byte[0]), StandardCharsets.UTF_8);
        var nip = "------x\r\nContent-Disposition: form-data; name=\"nip\"\r\n\r\n99999\r\n";
        var twice = (nip + once).getBytes(StandardCharsets.UTF_8);
        var refused = server.client.form(Person.AGENTE, CREATE, twice);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("nip")).isNotNull();
    }
}
