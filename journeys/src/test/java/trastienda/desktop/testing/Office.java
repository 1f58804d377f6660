package trastienda.desktop.testing;

import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import trastienda.server.ServerApp;
import trastienda.server.identidad.HashCost;
import trastienda.server.platform.config.Config;
import trastienda.server.platform.config.DatabaseUrl;
import trastienda.server.platform.db.EmbeddedServer;
import trastienda.server.platform.storage.EmbeddedS3;
import trastienda.shared.identidad.Grupo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.Map;

/// The whole server with its database and its object store, started once for all tests of this
/// process: an office of invented people ([People]) and sales ([Sales]). Tests share it, so each
/// makes what it changes.
public final class Office {
    private static @Nullable Office shared;

    private final EmbeddedServer postgres;
    private final Path folder;
    private final ServerApp app;
    private final Jdbi jdbi;
    private final People people;
    private final Sales sales;
    private @Nullable EmbeddedS3 store;

    private Office(Path folder) {
        this.folder = folder;
        var binaries = Path.of(System.getProperty("java.io.tmpdir"), binariesName());
        this.postgres = EmbeddedServer.start(folder.resolve("postgres"), binaries, false);
        var running = EmbeddedS3.start(folder.resolve("s3"));
        this.store = running;
        this.app =
                ServerApp.start(
                        Config.from(
                                Map.of(
                                        "TRASTIENDA_PORT", "0",
                                        "TRASTIENDA_DATA", folder.resolve("server").toString(),
                                        "DATABASE_URL", text(postgres.app()),
                                        "DATABASE_MIGRATION_URL", text(postgres.owner()),
                                        "MINIO_ENDPOINT", running.endpoint().toString(),
                                        "MINIO_ACCESS_KEY", running.accessKey(),
                                        "MINIO_SECRET_KEY", running.secretKey())),
                        Clock.systemUTC(),
                        new HashCost(64, 1));
        var owner = postgres.owner();
        this.jdbi = Jdbi.create(owner.jdbc(), owner.user(), owner.password().value());
        this.people = new People(jdbi);
        this.sales = new Sales(jdbi);
    }

    /// The one that is open, or a new one.
    public static synchronized Office open() {
        var open = shared;
        if (open == null) {
            try {
                open = new Office(Files.createTempDirectory("trastienda-oficina"));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            open.furnish();
            Runtime.getRuntime().addShutdownHook(new Thread(open::close));
            shared = open;
        }
        return open;
    }

    private void furnish() {
        people.add("ycardenas", "Yesid Cárdenas", Grupo.ASESOR);
        people.add("lmoreno", "Luisa Moreno", Grupo.ASESOR);
        people.add("ptorres", "Patricia Torres", Grupo.BACKOFFICE);
        people.add("grios", "Gloria Ríos", Grupo.SUPERVISORES);
        people.add("admin", "Andrés Salazar", Grupo.ADMINISTRADOR);
        people.add("calidad", "Camila Duarte", Grupo.CALIDAD);
        sales.plans();
        sales.many(240, people.id("ycardenas"), people.id("lmoreno"));
    }

    /// Where the server listens.
    public String url() {
        return app.url();
    }

    /// Where the server listens, for a [Line] to it.
    public URI address() {
        return URI.create(app.url());
    }

    /// Who works here.
    public People people() {
        return people;
    }

    /// What was sold.
    public Sales sales() {
        return sales;
    }

    /// The database as its owner, to look.
    public Jdbi database() {
        return jdbi;
    }

    /// The object store goes away.
    public synchronized void stopStore() {
        var running = store;
        store = null;
        if (running != null) {
            running.close();
        }
    }

    /// The object store is back, with what it held.
    public synchronized void startStore() {
        if (store == null) {
            store = EmbeddedS3.start(folder.resolve("s3"));
        }
    }

    /// How many objects the store holds of the sale with this number.
    public long objects(String numero) throws IOException {
        try (var files = Files.walk(folder.resolve("s3"))) {
            return files.filter(file -> file.getFileName().toString().contains(numero))
                    .filter(Files::isRegularFile)
                    .count();
        }
    }

    private static String binariesName() {
        return "trastienda-postgres-18-" + System.getProperty("user.name");
    }

    static String text(DatabaseUrl url) {
        return "postgresql://%s:%s@%s/%s"
                .formatted(url.user(), url.password().value(), url.hosts(), url.name());
    }

    private void close() {
        app.close();
        stopStore();
        postgres.close();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException left) {
            System.err.println("Left behind: " + folder + ": " + left);
        }
    }
}
