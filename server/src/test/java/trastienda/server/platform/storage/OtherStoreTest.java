package trastienda.server.platform.storage;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

import trastienda.server.testing.TestStore;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// The store contract on the store that `TRASTIENDA_TEST_S3` names
/// (`https://key:secret@host:port`).
@EnabledIfEnvironmentVariable(named = "TRASTIENDA_TEST_S3", matches = ".+")
final class OtherStoreTest extends StoreContract {
    private static S3ObjectStore client = new S3ObjectStore(TestStore.settings(), false, "prueba");

    @BeforeAll
    static void connect() {
        var address = URI.create(System.getenv("TRASTIENDA_TEST_S3"));
        var key = address.getRawUserInfo().split(":", 2);
        var endpoint =
                URI.create(
                        address.getScheme() + "://" + address.getHost() + ":" + address.getPort());
        client =
                new S3ObjectStore(
                        StorageSettings.at(endpoint, decoded(key[0]), decoded(key[1])),
                        false,
                        "trastienda-prueba");
    }

    @AfterAll
    static void disconnect() {
        client.close();
    }

    /// A key may hold a colon of its own, as Swift's do: `test%3Atester`.
    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    ObjectStore store() {
        return client;
    }

    @Override
    String freshBucket() {
        var bucket = "trastienda-" + UUID.randomUUID();
        client.ensureBucket(bucket);
        return bucket;
    }
}
