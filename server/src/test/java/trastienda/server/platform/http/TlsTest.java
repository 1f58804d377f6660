package trastienda.server.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javalin.http.HandlerType;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import trastienda.server.platform.config.Config;
import trastienda.server.platform.config.ConfigException;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class TlsTest {
    private static final String PASSWORD = "de-prueba";
    private Path folder;
    private KeyStore store;
    private Path certificate;
    private Path key;

    @BeforeAll
    void certificate(@TempDir Path folder) throws Exception {
        this.folder = folder;
        var file = folder.resolve("tls.p12");
        var keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "tls",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=localhost",
                                "-ext",
                                "san=ip:127.0.0.1",
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                file.toString(),
                                "-storepass",
                                PASSWORD)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("keytool.txt").toFile())
                        .start();
        assertThat(keytool.waitFor()).isZero();
        store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
        certificate = pem("cert.pem", "CERTIFICATE", store.getCertificate("tls").getEncoded());
        key =
                pem(
                        "key.pem",
                        "PRIVATE KEY",
                        store.getKey("tls", PASSWORD.toCharArray()).getEncoded());
    }

    @Test
    void servesHttpsWithThePemFilesAndTellsBrowsersToStayThere() throws Exception {
        try (var server = server(Map.of());
                var client = HttpClient.newBuilder().sslContext(trusting()).build()) {
            assertThat(server.url()).startsWith("https://127.0.0.1:");
            var answer = get(client, server.url());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("https 127.0.0.1");
            assertThat(answer.headers().firstValue("Strict-Transport-Security"))
                    .contains("max-age=31536000");
            assertThat(answer.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
        }
    }

    @Test
    void speaksNoPlainHttpWhereItSpeaksTls() throws Exception {
        try (var server = server(Map.of());
                var client = HttpClient.newHttpClient()) {
            assertThatThrownBy(() -> get(client, server.url().replace("https", "http")))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void stopsAtAKeyThatIsNotTheCertificates() throws Exception {
        var other = KeyPairGenerator.getInstance("EC").generateKeyPair().getPrivate();
        var wrong = pem("other.pem", "PRIVATE KEY", other.getEncoded());
        assertThatThrownBy(() -> server(Map.of("TRASTIENDA_TLS_KEY", wrong.toString())))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("TRASTIENDA_TLS_KEY: is not the key of TRASTIENDA_TLS_CERT");
        var edwards = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
        var kind = pem("edwards.pem", "PRIVATE KEY", edwards.getEncoded());
        assertThatThrownBy(() -> server(Map.of("TRASTIENDA_TLS_KEY", kind.toString())))
                .hasMessageContaining("TRASTIENDA_TLS_KEY: is not the key of TRASTIENDA_TLS_CERT");
    }

    @Test
    void stopsAtFilesThatAreNoPem() {
        assertThatThrownBy(() -> server(Map.of("TRASTIENDA_TLS_KEY", certificate.toString())))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("TRASTIENDA_TLS_KEY: must be an unencrypted PKCS#8 PEM key");
        assertThatThrownBy(() -> server(Map.of("TRASTIENDA_TLS_CERT", key.toString())))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("TRASTIENDA_TLS_CERT: ");
    }

    private HttpServer server(Map<String, String> more) {
        var environment = new HashMap<String, String>();
        environment.put("TRASTIENDA_PORT", "0");
        environment.put("TRASTIENDA_TLS_CERT", certificate.toString());
        environment.put("TRASTIENDA_TLS_KEY", key.toString());
        environment.putAll(more);
        var routes = new Routes();
        routes.on(HandlerType.GET, "/cosa/", Access.anonymous())
                .handle(ctx -> ctx.result(ctx.scheme() + " " + ctx.ip()));
        return new HttpServer(
                        HttpSettings.of(Config.from(environment).listen()),
                        routes,
                        (authorization, age) -> null,
                        javalin -> {})
                .start();
    }

    private static HttpResponse<String> get(HttpClient client, String url)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(url + "/cosa/")).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private SSLContext trusting() throws GeneralSecurityException, IOException {
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("tls", store.getCertificate("tls"));
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private Path pem(String name, String label, byte[] bytes) throws IOException {
        var text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return Files.writeString(
                folder.resolve(name),
                "-----BEGIN " + label + "-----\n" + text + "\n-----END " + label + "-----\n");
    }
}
