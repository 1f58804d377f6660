package trastienda.server.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import trastienda.server.platform.db.Database;
import trastienda.server.testing.Await;
import trastienda.server.testing.FaultProxy;
import trastienda.server.testing.TestDatabase;
import trastienda.server.testing.TestStore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the server knows of its store: its abilities, its health, and which bucket a use writes to.
final class StorageTest {
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-22T15:00:00Z"), ZoneOffset.UTC);

    @TempDir Path folder;

    @Test
    void triesOutTheEmbeddedStore() {
        var bucket = TestStore.freshBucket();
        try (var store = new S3ObjectStore(TestStore.settings(), true, bucket)) {
            var seen = new CapabilityProbe(store, bucket, true).run();

            assertThat(seen.missing()).isEmpty();
            assertThat(seen.conditionalPut()).isTrue();
        }
    }

    @Test
    void triesTheStoreOutThoughWhatCameFirstFailed() {
        var bucket = TestStore.freshBucket();
        try (var store = new S3ObjectStore(TestStore.settings(), true, bucket);
                var storage = new Storage(null, store, bucket, clock, 10)) {
            storage.begin(
                    () -> {
                        throw new IllegalStateException("the database is away");
                    });
            Await.until("the store was tried out", () -> storage.capabilities().isPresent());
        }
    }

    @Test
    void isHealthyAndSaysWhenTheStoreIsAwayAndBack() {
        var bucket = TestStore.freshBucket();
        try (var line = FaultProxy.to(TestStore.embedded().endpoint());
                var store = new S3ObjectStore(TestStore.at(line.address()), false, bucket);
                var storage = new Storage(null, store, bucket, clock, 10)) {
            assertThat(storage.check().state()).isEqualTo("ok");
            line.refuse();
            assertThat(storage.check().state()).isEqualTo("down");
            line.work();
            assertThat(storage.check().state()).isEqualTo("ok");
            assertThat(storage.capabilities()).isPresent();
        }
    }

    @Test
    void warnsWhenTheEmbeddedStoreHoldsTooMuch() throws IOException {
        var file = Files.writeString(folder.resolve("x"), "hola");
        try (var embedded = EmbeddedS3.start(folder.resolve("s3"));
                var store =
                        new S3ObjectStore(
                                embedded.settings(StorageSettings.embedded(folder)), true, "uno");
                var storage = new Storage(embedded, store, "uno", clock, 2)) {
            store.put(TestStore.put("uno", "a", file, "text/plain"));
            store.put(TestStore.put("uno", "b", file, "text/plain"));
            assertThat(storage.check().state()).isEqualTo("ok");
        }
        try (var embedded = EmbeddedS3.start(folder.resolve("s3"));
                var store =
                        new S3ObjectStore(
                                embedded.settings(StorageSettings.embedded(folder)), true, "uno");
                var storage = new Storage(embedded, store, "uno", clock, 1)) {
            assertThat(storage.check().state()).isEqualTo("warning");
            assertThat(storage.check().detail()).contains("MINIO_ENDPOINT");
        }
    }

    @Test
    void writesToTheBucketThatSomeonesRowNamesThenTheVariableThenTheDefault() {
        try (var database = TestDatabase.create();
                var sources = database.open()) {
            var type = StoragePolicy.CONFRONTAS.bucketType();
            assertThat(buckets(sources.main(), Map.of())).isEqualTo("telefonica-crea-online");
            assertThat(warnings(() -> buckets(sources.main(), Map.of(type, "por-variable"))))
                    .singleElement()
                    .asString()
                    .contains(type, "por-variable is used", "born with");
            assertThat(buckets(sources.main(), Map.of(type, "por-variable")))
                    .isEqualTo("por-variable");

            database.ownerJdbi()
                    .useHandle(
                            handle ->
                                    handle.execute(
                                            "update configuracion_minio set activo = false"));
            assertThat(buckets(sources.main(), Map.of(type, "por-variable")))
                    .isEqualTo("por-variable");
            assertThat(buckets(sources.main(), Map.of())).isEqualTo("telefonica-crea-online");

            database.ownerJdbi()
                    .useHandle(
                            handle ->
                                    handle.execute(
                                            "insert into configuracion_minio (bucket_name,"
                                                + " bucket_type, activo) values ('por-tabla', ?,"
                                                + " true)",
                                            type));
            assertThat(buckets(sources.main(), Map.of(type, "por-variable")))
                    .isEqualTo("por-tabla");
            assertThat(warnings(() -> buckets(sources.main(), Map.of(type, "por-variable"))))
                    .singleElement()
                    .asString()
                    .contains("por-tabla is used", "someone wrote");
            assertThat(warnings(() -> buckets(sources.main(), Map.of()))).isEmpty();
            assertThat(buckets(sources.main(), Map.of())).isEqualTo("por-tabla");
        }
    }

    @Test
    void tellsEachUsesDisagreementAlsoWhenTwoShareABucketsName() {
        try (var database = TestDatabase.create();
                var sources = database.open()) {
            var calls =
                    new StoragePolicy(
                            "MINIO_BUCKET_NAME_LLAMADAS", "llamadas", "{id}", 1, Set.of(), false);
            var both = List.of(StoragePolicy.CONFRONTAS, calls);
            var variables = new HashMap<String, String>();
            for (var policy : both) {
                variables.put(policy.bucketType(), "por-variable");
                database.ownerJdbi()
                        .useHandle(
                                handle ->
                                        handle.execute(
                                                "insert into configuracion_minio (bucket_name,"
                                                    + " bucket_type, activo) values ('comun', ?,"
                                                    + " true)",
                                                policy.bucketType()));
            }
            var buckets = new Buckets(sources.main(), variables, TestStore.store(), clock);
            var said = warnings(() -> both.forEach(buckets::of));
            assertThat(said).hasSize(2);
            assertThat(warnings(() -> both.forEach(buckets::of))).isEmpty();
        }
    }

    @Test
    void makesKeysOfSafeCharactersOnly() {
        assertThat(StoragePolicy.CONFRONTAS.key("PORTA-20261122101500", "confronta", 7))
                .isEqualTo("confrontas/venta_PORTA-20261122101500_confronta_7");
        assertThat(StoragePolicy.CONFRONTAS.key("../../etc/ñ {id}", "confronta", 7))
                .isEqualTo("confrontas/venta_------etc----id-_confronta_7");
    }

    private static List<String> warnings(Runnable work) {
        var log = (Logger) LoggerFactory.getLogger(Buckets.class);
        var heard = new ListAppender<ILoggingEvent>();
        heard.start();
        log.addAppender(heard);
        try {
            work.run();
        } finally {
            log.detachAppender(heard);
        }
        return heard.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private String buckets(Database database, Map<String, String> configured) {
        return new Buckets(database, configured, TestStore.store(), clock)
                .of(StoragePolicy.CONFRONTAS);
    }
}
