package trastienda.server.demo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import trastienda.server.demo.DemoVentasRepository.Placed;
import trastienda.server.platform.auth.Actor;
import trastienda.server.platform.db.Database;
import trastienda.server.platform.storage.ObjectStore;
import trastienda.server.platform.storage.StoragePolicy;
import trastienda.server.platform.storage.StoreException;
import trastienda.shared.hash.Sha256;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// Makes the files of the sales and puts them into the store, those that wait first, and goes on
/// after a restart with the sales that have none yet.
final class DemoFileLoader {
    private static final Logger LOG = LoggerFactory.getLogger(DemoFileLoader.class);
    private static final int BATCH = 20;

    private final Database database;
    private final ObjectStore store;
    private final String bucket;
    private final DemoVentasRepository repository = new DemoVentasRepository();
    private final Clock clock;

    DemoFileLoader(Database database, ObjectStore store, String bucket, Clock clock) {
        this.database = database;
        this.store = store;
        this.bucket = bucket;
        this.clock = clock;
    }

    /// Loads what is missing; stops between two batches when told to. Returns how many files came.
    int load(List<DemoVenta> ventas, DemoIds ids, BooleanSupplier stopped)
            throws IOException, StoreException {
        var missing = database.read(repository::withoutFile);
        var work =
                ventas.stream()
                        .filter(venta -> venta.archivo() != null)
                        .filter(venta -> missing.containsKey(venta.numero()))
                        .sorted(
                                Comparator.comparing((DemoVenta venta) -> !urgent(venta))
                                        .thenComparing(
                                                Comparator.comparing(DemoVenta::creada).reversed()))
                        .toList();
        var done = 0;
        try (var files = new DemoFiles()) {
            for (int from = 0; from < work.size() && !stopped.getAsBoolean(); from += BATCH) {
                var batch = work.subList(from, Math.min(work.size(), from + BATCH));
                store(batch, missing, ids, files);
                done += batch.size();
                if (done % 500 == 0 || done == work.size()) {
                    LOG.info("Demo files: {} of {}", done, work.size());
                }
            }
        }
        return done;
    }

    private static boolean urgent(DemoVenta venta) {
        return venta.agente() == 0 || venta.backoffice() < 0;
    }

    private void store(
            List<DemoVenta> batch, Map<String, Long> saleIds, DemoIds ids, DemoFiles files)
            throws IOException {
        var folder = Files.createTempDirectory("trastienda-demo");
        try {
            var placed = new ArrayList<Placed>();
            var fileIds = database.read(handle -> repository.fileIds(handle, batch.size()));
            for (int i = 0; i < batch.size(); i++) {
                var venta = batch.get(i);
                var archivo = venta.archivo();
                var saleId = saleIds.get(venta.numero());
                if (archivo != null && saleId != null) {
                    var bytes = files.make(venta, archivo);
                    var id = fileIds.get(i);
                    Files.write(folder.resolve(Long.toString(id)), bytes);
                    placed.add(
                            new Placed(
                                    id,
                                    saleId,
                                    venta.numero(),
                                    ids.agentName(venta),
                                    ids.agent(venta),
                                    handedIn(venta),
                                    archivo,
                                    bucket,
                                    StoragePolicy.CONFRONTAS.key(venta.numero(), "confronta", id),
                                    Sha256.hex(bytes),
                                    bytes.length));
                }
            }
            database.run(Actor.SYSTEM, tx -> repository.intents(tx, placed, clock.instant()));
            var urls = put(folder, placed);
            database.run(Actor.SYSTEM, tx -> repository.stored(tx, placed, urls));
        } finally {
            delete(folder);
        }
    }

    private Map<Long, String> put(Path folder, List<Placed> placed) {
        var urls = new HashMap<Long, String>();
        for (var file : placed) {
            store.put(
                    new ObjectStore.Put(
                            file.bucket(),
                            file.objeto(),
                            folder.resolve(Long.toString(file.id())),
                            file.tamano(),
                            file.sha256(),
                            file.archivo().kind().contentType));
            urls.put(file.id(), store.canonical(file.bucket(), file.objeto()).toString());
        }
        return urls;
    }

    /// A minute or so after the sale, never after its last change.
    private static Instant handedIn(DemoVenta venta) {
        var later = venta.creada().plusSeconds(40 + venta.numero().hashCode() % 30);
        return later.isAfter(venta.actualizada()) ? venta.actualizada() : later;
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
