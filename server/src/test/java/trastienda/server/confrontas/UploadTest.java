package trastienda.server.confrontas;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import trastienda.server.confrontas.FilesServer.Person;
import trastienda.server.platform.db.AuditEntry;
import trastienda.server.testing.TestStore;
import trastienda.shared.confrontas.ArchivoLimits;
import trastienda.shared.ventas.EstadoVenta;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Random;

class UploadTest {
    private static FilesServer server;

    @BeforeAll
    static void start() {
        server = new FilesServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static byte[] bytes(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    @Test
    void keepsAFileInTheStoreUnderItsOwnKeyAndTellsIt() throws IOException {
        var sale = server.sale(EstadoVenta.PENDIENTE_REVISION);
        var bytes = bytes(200_000);
        var answer = server.client.put(Person.AGENTE, sale, "contrato%20de%20Ana.pdf", bytes);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        var file = answer.json();
        assertThat(file.get("tipo").asString()).isEqualTo("confronta");
        assertThat(file.get("estado").asString()).isEqualTo("guardado");
        assertThat(file.get("vigente").asBoolean()).isTrue();
        assertThat(file.get("tamano").asLong()).isEqualTo(bytes.length);
        assertThat(file.get("sha256").asString()).isEqualTo(FilesClient.sha256(bytes));
        assertThat(file.get("nombre").asString()).isEqualTo("contrato de Ana.pdf");

        var row = server.saleRow(sale);
        var key = "confrontas/venta_" + row.get("numero") + "_confronta_" + answer.id();
        assertThat(row).containsEntry("confronta_minio_object_name", key);
        assertThat(row).containsEntry("confronta_subido_a_minio", true);
        assertThat((String) row.get("confronta_minio_url")).endsWith("/" + key).doesNotContain("?");
        try (var in = TestStore.store().get(server.bucket, key, 0, -1)) {
            assertThat(in.readAllBytes()).isEqualTo(bytes);
        }
        assertThat(server.audit)
                .extracting(AuditEntry::accion, AuditEntry::objeto)
                .contains(Tuple.tuple("confrontas.guardar", "venta:" + sale));
        assertThat(server.events)
                .anySatisfy(
                        event -> {
                            assertThat(event.topic()).isEqualTo("confrontas.guardada");
                            assertThat(event.ref()).isEqualTo("venta:" + sale);
                            assertThat(event.channels())
                                    .contains("user:1", "perm:ventas.ver_todas");
                            assertThat(event.data()).containsEntry("vigente", true);
                        });
    }

    @Test
    void keepsTheOlderFileWhenItIsReplaced() {
        var sale = server.sale(EstadoVenta.DEVUELTA);
        var first = server.client.put(Person.AGENTE, sale, "a.pdf", bytes(1000)).id();
        var second = server.client.put(Person.AGENTE, sale, "b.pdf", bytes(2000)).id();
        var list = server.client.get(Person.AGENTE, FilesClient.archivos(sale)).json();
        assertThat(list.get("count").asInt()).isEqualTo(2);
        assertThat(list.get("results").get(0).get("id").asLong()).isEqualTo(second);
        assertThat(list.get("results").get(0).get("vigente").asBoolean()).isTrue();
        assertThat(list.get("results").get(1).get("vigente").asBoolean()).isFalse();
        var older = server.client.get(Person.AGENTE, FilesClient.contenido(sale, first));
        assertThat(older.raw().body()).isEqualTo(bytes(1000));
    }

    @Test
    void listsTheHistoryInParts() {
        var sale = server.sale(EstadoVenta.PENDIENTE_REVISION);
        for (var i = 1; i <= 3; i++) {
            server.client.put(Person.BACKOFFICE, sale, "a.pdf", bytes(i));
        }
        var first = server.client.get(Person.CALIDAD, FilesClient.archivos(sale) + "?page_size=2");
        assertThat(first.json().get("results").size()).isEqualTo(2);
        var next = URI.create(first.json().get("next").asString());
        var second =
                server.client.get(Person.CALIDAD, next.getPath() + "?" + next.getRawQuery()).json();
        assertThat(second.get("results").size()).isEqualTo(1);
        assertThat(second.get("next").isNull()).isTrue();
        for (var wrong : new String[] {"cursor=x", "page_size=0", "page_size=10000", "tipo=foto"}) {
            var path = FilesClient.archivos(sale) + "?" + wrong;
            assertThat(server.client.get(Person.ADMIN, path).status()).as(wrong).isEqualTo(400);
        }
    }

    @Test
    void refusesWhatIsTooLargeBeforeItIsSent() throws IOException {
        var sale = server.sale(EstadoVenta.PENDIENTE_REVISION);
        var uri = URI.create(server.url());
        try (var socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(head(sale, ArchivoLimits.MAX_BYTES + 1));
            var answer = new byte[4000];
            var read = socket.getInputStream().read(answer);
            var text = new String(answer, 0, Math.max(read, 0), StandardCharsets.UTF_8);
            assertThat(text).startsWith("HTTP/1.1 413").doesNotContain("100 Continue");
        }
        assertThat(filesInFolder()).isZero();
    }

    @Test
    void asksForTheBytesOnceTheyAreWanted() throws IOException {
        var sale = server.sale(EstadoVenta.PENDIENTE_REVISION);
        var uri = URI.create(server.url());
        try (var socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(head(sale, 5));
            var answer = new byte[4000];
            var read = socket.getInputStream().read(answer);
            assertThat(new String(answer, 0, Math.max(read, 0), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 100");
            socket.getOutputStream().write("%PDF-".getBytes(StandardCharsets.US_ASCII));
            read = socket.getInputStream().read(answer);
            assertThat(new String(answer, 0, Math.max(read, 0), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 201");
        }
    }

    private static byte[] head(long sale, long length) {
        return ("PUT "
                        + FilesClient.archivos(sale)
                        + " HTTP/1.1\r\nHost: x\r\nAuthorization: AGENTE\r\nX-File-Name: a.pdf\r\n"
                        + "Expect: 100-continue\r\nContent-Length: "
                        + length
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void refusesWhatTurnsOutTooLargeWhileItIsRead() {
        var sale = server.sale(EstadoVenta.PENDIENTE_REVISION);
        var tooLarge = new byte[(int) ArchivoLimits.MAX_BYTES + 1];
        var answer =
                server.client.send(
                        server.client
                                .request(Person.AGENTE, FilesClient.archivos(sale))
                                .header("X-File-Name", "a.pdf")
                                .PUT(
                                        BodyPublishers.ofInputStream(
                                                () -> new ByteArrayInputStream(tooLarge))));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.text()).contains("\"campo\":\"confronta\"", "archivo_grande");
        assertThat(filesInFolder()).isZero();
    }

    @Test
    void takesAFileOfExactlyTheLimit() {
        var sale = server.sale(EstadoVenta.PENDIENTE_REVISION);
        var largest = bytes((int) ArchivoLimits.MAX_BYTES);
        assertThat(server.client.put(Person.AGENTE, sale, "a.pdf", largest).status())
                .isEqualTo(201);
    }

    @Test
    void refusesAFileThatChangedOnItsWay() {
        var sale = server.sale(EstadoVenta.PENDIENTE_REVISION);
        var other = FilesClient.sha256(bytes(9));
        var answer =
                server.client.put(
                        Person.AGENTE, sale, "a.pdf", bytes(10), "X-Content-SHA256", other);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("archivo_cambio");
        assertThat(server.saleRow(sale)).containsEntry("confronta_subido_a_minio", false);
        assertThat(filesInFolder()).isZero();
    }

    @Test
    void refusesHeadersThatMakeNoSense() {
        var sale = server.sale(EstadoVenta.PENDIENTE_REVISION);
        var client = server.client;
        assertThat(client.put(Person.AGENTE, sale, "%zz.pdf", bytes(5)).status()).isEqualTo(400);
        assertThat(client.put(Person.AGENTE, sale, "a.pdf", new byte[0]).text())
                .contains("archivo_vacio");
        assertThat(client.put(Person.AGENTE, sale, "a.exe", bytes(5)).text())
                .contains("archivo_extension");
        assertThat(client.put(Person.AGENTE, sale, "pdf", bytes(5)).text())
                .contains("archivo_extension");
        var wrongSum =
                client.put(Person.AGENTE, sale, "a.pdf", bytes(5), "X-Content-SHA256", "abc");
        assertThat(wrongSum.status()).isEqualTo(400);
        var shortKey = client.put(Person.AGENTE, sale, "a.pdf", bytes(5), "Idempotency-Key", "abc");
        assertThat(shortKey.status()).isEqualTo(400);
        var unknown = FilesClient.archivos(sale) + "?tipo=foto";
        var wrongType =
                client.send(
                        client.request(Person.AGENTE, unknown, "X-File-Name", "a.pdf")
                                .PUT(BodyPublishers.ofByteArray(bytes(5))));
        assertThat(wrongType.status()).isEqualTo(400);
        assertThat(
                        server.count(
                                "select count(*) from trastienda.confrontas where venta_id = ?",
                                sale))
                .isZero();
    }

    @Test
    void showsACleanNameForAnOddOne() {
        var sale = server.sale(EstadoVenta.PENDIENTE_REVISION);
        var odd = PercentText.encode("../../etc/\u202Efdp\u0007.exe/" + "á".repeat(300) + "😀.pdf");
        var answer = server.client.put(Person.AGENTE, sale, odd, bytes(5));
        assertThat(answer.status()).isEqualTo(201);
        var name = answer.json().get("nombre").asString();
        assertThat(name).startsWith("ááá").endsWith(".pdf").hasSizeLessThanOrEqualTo(200);
        var key = server.key(sale);
        assertThat(key).matches("confrontas/venta_PORTA-\\d{14}_confronta_\\d+");
    }

    @Test
    void findsNoSaleUnderIdsThatAreNone() {
        for (var id : new String[] {"abc", "0", "-1", "9223372036854775808"}) {
            var answer =
                    server.client.send(
                            server.client
                                    .request(
                                            Person.ADMIN,
                                            "/api/v1/ventas/" + id + "/archivos/",
                                            "X-File-Name",
                                            "a.pdf")
                                    .PUT(BodyPublishers.ofByteArray(bytes(5))));
            assertThat(answer.status()).as(id).isEqualTo(404);
        }
    }

    private static long filesInFolder() {
        try (var files = Files.list(server.folder)) {
            return files.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
