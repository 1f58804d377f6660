package trastienda.server.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

final class ConfigTest {
    @TempDir Path folder;

    @Test
    void withoutAnySettingServesThisMachineAloneWithEmbeddedParts() {
        var config = Config.from(Map.of());

        assertThat(config.listen().host()).isEqualTo("127.0.0.1");
        assertThat(config.listen().port()).isEqualTo(7070);
        assertThat(config.listen().loopback()).isTrue();
        assertThat(config.database().main()).isEmpty();
        assertThat(config.store().external()).isEmpty();
        assertThat(config.store().bucketTelefonica()).isEqualTo("telefonica-crea-online");
        assertThat(config.folders().data()).isAbsolute();
        assertThat(config.folders().logs()).isEqualTo(config.folders().data().resolve("logs"));
        assertThat(config.demo()).isFalse();
    }

    @Test
    void readsEveryFormOfADatabaseAddress() {
        var seed = url("postgresql://tras:p%40ss%2Fword@db:5433/oficina?sslmode=require");
        assertThat(seed.user()).isEqualTo("tras");
        assertThat(seed.password().value()).isEqualTo("p@ss/word");
        assertThat(seed.jdbc()).isEqualTo("jdbc:postgresql://db:5433/oficina?sslmode=require");

        var jdbc = url("jdbc:postgresql://db/oficina?user=tras&password=a+b");
        assertThat(jdbc.user()).isEqualTo("tras");
        assertThat(jdbc.password().value()).isEqualTo("a+b");
        assertThat(jdbc.jdbc()).isEqualTo("jdbc:postgresql://db/oficina");

        var parts =
                Config.from(
                        Map.of(
                                "DATABASE_HOST", "::1",
                                "DATABASE_NAME", "oficina",
                                "DATABASE_USER", "tras",
                                "DATABASE_PASSWORD", "x"));
        assertThat(parts.database().main().orElseThrow().jdbc())
                .isEqualTo("jdbc:postgresql://[::1]:5432/oficina");
    }

    @Test
    void readsTheStoreAsTheSeedsWriteIt() {
        var store =
                Config.from(
                                Map.of(
                                        "MINIO_ENDPOINT", "minio:9000",
                                        "MINIO_ACCESS_KEY", "llave",
                                        "MINIO_SECRET_KEY", "secreto",
                                        "MINIO_SECURE", "True"))
                        .store()
                        .external()
                        .orElseThrow();

        assertThat(store.endpoint()).isEqualTo(URI.create("https://minio:9000"));
        assertThat(store.publicEndpoint()).isEqualTo(store.endpoint());
    }

    @ParameterizedTest
    @CsvSource({
        "1,1",
        "500MiB,524288000",
        "3 gib,3221225472",
        "1T,1099511627776",
        "5000000,5000000"
    })
    void readsHowMuchMayWaitForTheStore(String value, long bytes) {
        var store = Config.from(Map.of("TRASTIENDA_PENDING_QUOTA", value)).store();
        assertThat(store.pendingQuota()).isEqualTo(bytes);
        assertThat(Config.from(Map.of()).store().pendingQuota()).isEqualTo(2L << 30);
    }

    @Test
    void showsNoSecretWhenItIsPrinted() {
        var config =
                Config.from(
                        Map.of(
                                "DATABASE_URL", "postgresql://tras:clavisima@db/oficina",
                                "MINIO_ENDPOINT", "minio:9000",
                                "MINIO_ACCESS_KEY", "llave",
                                "MINIO_SECRET_KEY", "secretisimo"));

        assertThat(config.toString()).doesNotContain("clavisima").doesNotContain("secretisimo");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TRASTIENDA_PORT | siete | must be a port",
                "TRASTIENDA_PORT | 70000 | must be a port",
                "TRASTIENDA_HOST | 0.0.0.0 | is not loopback",
                "TRASTIENDA_HOST | no-such-host.invalid | no such address",
                "TRASTIENDA_DEMO | maybe | must be true or false",
                "TRASTIENDA_TLS_KEY | /nowhere | TRASTIENDA_TLS_CERT: is missing",
                "TRASTIENDA_TRUSTED_PROXIES | proxy.local | must be addresses",
                "TRASTIENDA_TRUSTED_PROXIES | 10.0.0.0/33 | must be addresses",
                "TRASTIENDA_DOWNLOADS | store | embedded store",
                "TRASTIENDA_DOWNLOADS | never | must be auto, store or server",
                "DATABASE_URL | mysql://db/x | must look like",
                "DATABASE_URL | postgresql://db/x | names no user",
                "DATABASE_URL | postgresql://u@db:0/x | must be a port",
                "DATABASE_URL | postgresql://u@db | names no database",
                "DATABASE_URL | postgresql://u:%zz@db/x | percent sign",
                "DATABASE_MIGRATION_URL | postgresql://u@db/x | needs DATABASE_URL",
                "DATABASE_USER | tras | DATABASE_HOST: is missing",
                "DATABASE_HOST | db | DATABASE_NAME: is missing",
                "MINIO_ENDPOINT | minio:9000 | MINIO_ACCESS_KEY: is missing",
                "MINIO_ENDPOINT | http://minio:9000/path | must be host:port",
                "TRASTIENDA_PENDING_QUOTA | mucho | must be a size like 500MiB",
                "TRASTIENDA_PENDING_QUOTA | 5ib | must be a size like 500MiB",
                "TRASTIENDA_PENDING_QUOTA | 2GB | must be a size like 500MiB",
                "TRASTIENDA_PENDING_QUOTA | 0 | must be a size like 500MiB",
                "TRASTIENDA_PENDING_QUOTA | -1GiB | must be a size like 500MiB",
                "MINIO_SECURE | quizás | must be true or false",
                "MINIO_BUCKET_NAME_TELEFONICA | No_Bucket | must be a bucket name",
                "IVR_DATABASE_URL | nothing | must look like",
            })
    void stopsAtAWrongSettingWithOneLineThatNamesIt(String variable, String value, String says) {
        assertThatThrownBy(() -> Config.from(Map.of(variable, value)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(says)
                .hasMessageContaining(variable)
                .satisfies(error -> assertThat(error.getMessage()).doesNotContain("\n"));
    }

    @Test
    void listensEverywhereOnlyWithTlsOrBehindAKnownProxy() throws Exception {
        var certificate = Files.writeString(folder.resolve("cert.pem"), "cert");
        var key = Files.writeString(folder.resolve("key.pem"), "key");
        var everywhere = new HashMap<>(Map.of("TRASTIENDA_HOST", "0.0.0.0"));

        everywhere.put("TRASTIENDA_TRUSTED_PROXIES", "10.1.0.0/16, ::1");
        var proxied = Config.from(everywhere).listen();
        assertThat(proxied.trustedProxies().getFirst().contains(InetAddress.getByName("10.1.9.9")))
                .isTrue();
        assertThat(proxied.trustedProxies().getFirst().contains(InetAddress.getByName("10.2.0.1")))
                .isFalse();

        everywhere.remove("TRASTIENDA_TRUSTED_PROXIES");
        everywhere.put("TRASTIENDA_TLS_CERT", certificate.toString());
        everywhere.put("TRASTIENDA_TLS_KEY", key.toString());
        assertThat(Config.from(everywhere).listen().tls()).isPresent();

        everywhere.put("TRASTIENDA_DEMO", "true");
        assertThatThrownBy(() -> Config.from(everywhere))
                .hasMessageContaining("TRASTIENDA_HOST: demo mode listens on loopback only");
    }

    @Test
    void makesARelativeDataFolderAbsoluteAndRefusesAFile() throws Exception {
        assertThat(Config.from(Map.of("TRASTIENDA_DATA", "datos")).folders().data()).isAbsolute();

        var file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> Config.from(Map.of("TRASTIENDA_DATA", file.toString())))
                .hasMessageContaining("TRASTIENDA_DATA: is not a folder");
    }

    private static DatabaseUrl url(String text) {
        return Config.from(Map.of("DATABASE_URL", text)).database().main().orElseThrow();
    }
}
