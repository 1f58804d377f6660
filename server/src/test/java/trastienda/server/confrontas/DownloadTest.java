package trastienda.server.confrontas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import trastienda.server.confrontas.FilesServer.Options;
import trastienda.server.confrontas.FilesServer.Person;
import trastienda.server.platform.db.AuditEntry;
import trastienda.server.platform.storage.ObjectStore;
import trastienda.server.testing.MovableClock;
import trastienda.server.testing.TestStore;
import trastienda.shared.ventas.EstadoVenta;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;

class DownloadTest {
    private static final byte[] BYTES = new byte[100_000];
    private static final MovableClock CLOCK =
            new MovableClock(Instant.parse("2026-11-22T15:00:00Z"));
    private static FilesServer server;
    private static long sale;
    private static long file;

    @BeforeAll
    static void start() {
        new Random(1).nextBytes(BYTES);
        server = new FilesServer(Options.usual().with(CLOCK));
        sale = server.sale(EstadoVenta.PENDIENTE_REVISION);
        file = server.client.put(Person.AGENTE, sale, "se%C3%B1al%201.pdf", BYTES).id();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String path() {
        return FilesClient.contenido(sale, file);
    }

    private static String seed(long of) {
        return "/telefonica/venta/" + of + "/descargar-confronta/";
    }

    @Test
    void sendsTheWholeFileWithItsNameAndChecksum() {
        server.audit.clear();
        var answer = server.client.get(Person.AGENTE, path(), "Accept-Encoding", "gzip");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.raw().body()).isEqualTo(BYTES);
        assertThat(answer.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(answer.header("Content-Length")).isEqualTo("100000");
        assertThat(answer.header("Content-Disposition"))
                .contains("filename*=UTF-8''se%C3%B1al%201.pdf");
        assertThat(answer.header("ETag")).isEqualTo("\"" + FilesClient.sha256(BYTES) + "\"");
        assertThat(answer.header("Cache-Control")).isEqualTo("private, max-age=0");
        assertThat(server.audit)
                .extracting(AuditEntry::accion)
                .containsExactly("confrontas.descargar");
        var again =
                server.client.get(Person.AGENTE, path(), "If-None-Match", answer.header("ETag"));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.raw().body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-9, 206, 0, 10",
        "bytes=99990-, 206, 99990, 10",
        "bytes=-10, 206, 99990, 10",
        "bytes=99990-200000, 206, 99990, 10",
        "bytes=0-0, 206, 0, 1",
        "bytes=100000-, 416, 0, 0",
        "bytes=-0, 416, 0, 0",
        "'bytes=0-1,5-6', 200, 0, 100000",
        "bytes=9-5, 200, 0, 100000",
        "items=0-5, 200, 0, 100000"
    })
    void sendsAPartOfIt(String range, int status, int from, int length) {
        var answer = server.client.get(Person.AGENTE, path(), "Range", range);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.raw().body())
                .isEqualTo(
                        status == 416
                                ? new byte[0]
                                : Arrays.copyOfRange(BYTES, from, from + length));
        if (status == 206) {
            assertThat(answer.header("Content-Range"))
                    .isEqualTo("bytes " + from + "-" + (from + length - 1) + "/100000");
        }
    }

    @Test
    void sendsAllOfItWhenTheHeldPartIsOfAnotherVersion() {
        var answer =
                server.client.get(Person.AGENTE, path(), "Range", "bytes=0-9", "If-Range", "\"x\"");
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void tellsTheSizeWithoutSendingAnything() {
        var answer =
                server.client.send(
                        server.client
                                .request(Person.AGENTE, path())
                                .method("HEAD", BodyPublishers.noBody()));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Length")).isEqualTo("100000");
    }

    @Test
    void findsNoFileOfAnotherSale() {
        var other = server.sale(EstadoVenta.PENDIENTE_REVISION);
        var path = FilesClient.contenido(other, file);
        assertThat(server.client.get(Person.ADMIN, path).status()).isEqualTo(404);
        assertThat(server.client.get(Person.ADMIN, FilesClient.contenido(other, 999)).status())
                .isEqualTo(404);
    }

    @Test
    void sendsTheSeedsCallersToALinkOfOursThatCountsAndExpires() {
        server.audit.clear();
        var sent = server.client.get(Person.BACKOFFICE, seed(sale));
        assertThat(sent.status()).isEqualTo(302);
        assertThat(server.audit)
                .anySatisfy(
                        entry -> {
                            assertThat(entry.accion()).isEqualTo("confrontas.enlace");
                            assertThat(entry.cambios())
                                    .extracting(AuditEntry.Change::campo)
                                    .contains("objeto", "vence");
                        });
        var link = sent.header("Location").replace(server.url(), "");
        assertThat(link).matches("/api/v1/enlaces/[\\w-]{43}/");
        assertThat(server.client.anyone(link).raw().body()).isEqualTo(BYTES);
        assertThat(server.client.anyone(link).status()).isEqualTo(200);
        assertThat(server.count("select max(usos) from trastienda.enlaces")).isEqualTo(2);
        var secret = link.substring("/api/v1/enlaces/".length(), link.length() - 1);
        assertThat(
                        server.count(
                                "select count(*) from trastienda.enlaces e where e::text like ?",
                                "%" + secret + "%"))
                .as("the token itself is nowhere")
                .isZero();

        var admins = link(Person.ADMIN);
        CLOCK.advance(Duration.ofHours(25));
        assertThat(server.client.anyone(link).status()).isEqualTo(404);
        assertThat(server.client.anyone(admins).status()).isEqualTo(200);
        CLOCK.advance(Duration.ofDays(6));
        assertThat(server.client.anyone(admins).status()).isEqualTo(404);
        assertThat(server.client.anyone("/api/v1/enlaces/abc/").status()).isEqualTo(404);
    }

    @Test
    void endsALinkBeforeItsTime() {
        var link = link(Person.AGENTE);
        assertThat(server.client.delete(Person.AGENTE, link).status()).isEqualTo(403);
        assertThat(server.client.delete(Person.BACKOFFICE, link).status()).isEqualTo(204);
        assertThat(server.audit)
                .anySatisfy(
                        entry ->
                                assertThat(entry.accion()).isEqualTo("confrontas.enlace_revocado"));
        assertThat(server.client.anyone(link).status()).isEqualTo(404);
        assertThat(server.client.delete(Person.BACKOFFICE, link).status()).isEqualTo(404);
    }

    private static String link(Person who) {
        return server.client.get(who, seed(sale)).header("Location").replace(server.url(), "");
    }

    @Test
    void sendsToTheStoreItselfWhereDesktopsReachIt() {
        try (var direct = new FilesServer(Options.usual().with(reachable(TestStore.store())))) {
            var of = direct.sale(EstadoVenta.PENDIENTE_REVISION);
            direct.client.put(Person.AGENTE, of, "a.pdf", BYTES);
            var day = direct.client.get(Person.AGENTE, seed(of)).header("Location");
            var week = direct.client.get(Person.ADMIN, seed(of)).header("Location");
            assertThat(day).contains("X-Amz-Expires=86400", "X-Amz-Signature");
            assertThat(week).contains("X-Amz-Expires=604800");
        }
    }

    /// The same store, which now says that desktops reach it.
    private static ObjectStore reachable(ObjectStore store) {
        return (ObjectStore)
                Proxy.newProxyInstance(
                        ObjectStore.class.getClassLoader(),
                        new Class<?>[] {ObjectStore.class},
                        (proxy, method, values) -> {
                            if (method.getName().equals("streamOnly")) {
                                return false;
                            }
                            try {
                                return method.invoke(store, values);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }

    @Test
    void saysInDjangosWayThatThereIsNothingToFetch() {
        var empty = server.sale(EstadoVenta.PENDIENTE_REVISION);
        var none = server.client.get(Person.AGENTE, seed(empty));
        assertThat(none.status()).isEqualTo(404);
        assertThat(none.json().has("detail")).isTrue();

        var lost = server.sale(EstadoVenta.PENDIENTE_REVISION);
        server.client.put(Person.AGENTE, lost, "a.pdf", BYTES);
        var key = server.key(lost);
        TestStore.store().delete(server.bucket, key);
        var missing = server.client.get(Person.AGENTE, seed(lost));
        assertThat(missing.status()).isEqualTo(409);
        assertThat(missing.json().get("detail").asString()).contains("falta");
    }
}
