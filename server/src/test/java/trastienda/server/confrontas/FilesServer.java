package trastienda.server.confrontas;

import trastienda.server.auditoria.AuditoriaFeature;
import trastienda.server.platform.auth.Principal;
import trastienda.server.platform.config.Config;
import trastienda.server.platform.db.AuditEntry;
import trastienda.server.platform.db.Databases;
import trastienda.server.platform.db.EventDraft;
import trastienda.server.platform.db.EventSink;
import trastienda.server.platform.db.Insert;
import trastienda.server.platform.http.HttpServer;
import trastienda.server.platform.http.HttpSettings;
import trastienda.server.platform.http.Routes;
import trastienda.server.platform.inspect.FileInspector;
import trastienda.server.platform.storage.ObjectStore;
import trastienda.server.testing.TestDatabase;
import trastienda.server.testing.TestStore;
import trastienda.server.ventas.VentasFeature;
import trastienda.shared.identidad.Grupo;
import trastienda.shared.ventas.EstadoVenta;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/// The files of a sale behind a real server, on a real database and store. Who calls is said by the
/// Authorization header alone: the person's name.
final class FilesServer implements AutoCloseable {
    /// Someone who calls.
    enum Person {
        AGENTE(1, Grupo.ASESOR),
        OTRO(2, Grupo.ASESOR),
        BACKOFFICE(3, Grupo.BACKOFFICE),
        SUPERVISORA(4, Grupo.SUPERVISORES),
        ADMIN(5, Grupo.ADMINISTRADOR),
        CALIDAD(6, Grupo.CALIDAD);

        final int id;
        private final Grupo grupo;

        Person(int id, Grupo grupo) {
            this.id = id;
            this.grupo = grupo;
        }

        Principal principal() {
            return new Principal.User(id, name(), name(), grupo.permisos(), false, id);
        }
    }

    /// How a test's server differs from the usual.
    record Options(
            ObjectStore store,
            FileInspector inspector,
            long quota,
            Clock clock,
            FailPoints points,
            Optional<TempFiles> temp) {
        static Options usual() {
            return new Options(
                    TestStore.store(),
                    TRUSTING,
                    1 << 30,
                    Clock.systemUTC(),
                    FailPoints.NONE,
                    Optional.empty());
        }

        Options with(ObjectStore other) {
            return new Options(other, inspector, quota, clock, points, temp);
        }

        Options with(FileInspector other) {
            return new Options(store, other, quota, clock, points, temp);
        }

        Options withQuota(long bytes) {
            return new Options(store, inspector, bytes, clock, points, temp);
        }

        Options with(Clock other) {
            return new Options(store, inspector, quota, other, points, temp);
        }

        Options with(FailPoints other) {
            return new Options(store, inspector, quota, clock, other, temp);
        }

        Options with(TempFiles other) {
            return new Options(store, inspector, quota, clock, points, Optional.of(other));
        }
    }

    /// Believes what a name says.
    static final FileInspector TRUSTING =
            (file, extension) -> new FileInspector.Verdict.Accepted("application/pdf", "pdf");

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    final List<EventDraft> events = new CopyOnWriteArrayList<>();
    final List<AuditEntry> audit = new CopyOnWriteArrayList<>();
    final String bucket = TestStore.freshBucket();
    final Path folder;
    final ConfrontasFeature feature;
    final FilesClient client;
    private final TestDatabase database = TestDatabase.create();
    private final Databases databases;
    private final HttpServer http;

    FilesServer() {
        this(Options.usual());
    }

    FilesServer(Options options) {
        people();
        databases =
                database.open(
                        (actor, entries) -> {
                            audit.addAll(entries);
                            return Insert.NONE;
                        },
                        sink());
        folder = folder();
        var ventas =
                new VentasFeature(
                        databases.main(),
                        new AuditoriaFeature(databases.main(), databases.jobs()).trail(),
                        options.clock());
        feature =
                new ConfrontasFeature(
                        databases,
                        new ConfrontasFeature.Kept(options.store(), () -> bucket),
                        options.inspector(),
                        new ConfrontasFeature.Sales(
                                ventas.access(), ventas.confronta(), ventas.ventas()),
                        new ConfrontasFeature.Settings(folder, options.quota(), options.clock()),
                        options.points(),
                        options.temp().orElseGet(() -> temp(folder)));
        var routes = new Routes();
        feature.routes(routes);
        var listen = new Config.Listen("127.0.0.1", 0, Optional.empty(), List.of());
        http =
                new HttpServer(
                                HttpSettings.of(listen),
                                routes,
                                (name, age) ->
                                        name == null ? null : Person.valueOf(name).principal(),
                                javalin -> {})
                        .start();
        client = new FilesClient(http.url());
    }

    static TempFiles temp(Path folder) {
        try {
            return new TempFiles(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path folder() {
        try {
            var folder =
                    Files.createTempDirectory(Path.of("target").toAbsolutePath(), "tmp-subidas");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return http.url();
    }

    /// What makes another process use the same database.
    Map<String, String> env() {
        return database.env();
    }

    /// A sale of AGENTE's.
    long sale(EstadoVenta estado) {
        return sale(estado, Person.AGENTE, Person.AGENTE);
    }

    long sale(EstadoVenta estado, Person agente, Person registradaPor) {
        var number = NUMBERS.incrementAndGet();
        return database.ownerJdbi()
                .withHandle(
                        handle ->
                                handle.createUpdate(
                                                """
                                                insert into telefonica_ventaportabilidad
                                                    (numero, tipo_documento, documento,
                                                     nombre_completo, telefono_legalizacion,
                                                     numero_a_portar, numero_orden, agente_id,
                                                     registrada_por_id, estado_venta, propia)
                                                values (:numero, 'CC', '52123456', 'Ana Ruiz',
                                                     '3001234567', :linea, :orden, :agente,
                                                     :registra, :estado, true)
                                                """)
                                        .bind("numero", "PORTA-%014d".formatted(number))
                                        .bind("linea", "3%09d".formatted(number))
                                        .bind("orden", "O-" + number)
                                        .bind("agente", agente.id)
                                        .bind("registra", registradaPor.id)
                                        .bind("estado", estado.wire())
                                        .executeAndReturnGeneratedKeys("id")
                                        .mapTo(long.class)
                                        .one());
    }

    void state(long sale, EstadoVenta estado) {
        sql("update telefonica_ventaportabilidad set estado_venta = ? where id = ?", estado, sale);
    }

    void sql(String statement, Object... values) {
        var bound =
                Arrays.stream(values)
                        .map(value -> value instanceof EstadoVenta estado ? estado.wire() : value)
                        .toArray();
        database.ownerJdbi().useHandle(handle -> handle.execute(statement, bound));
    }

    /// One row as a map.
    Map<String, Object> row(String query, Object... values) {
        return database.ownerJdbi()
                .withHandle(handle -> handle.select(query, values).mapToMap().one());
    }

    long count(String query, Object... values) {
        return database.ownerJdbi()
                .withHandle(handle -> handle.select(query, values).mapTo(long.class).one());
    }

    Map<String, Object> saleRow(long sale) {
        return row("select * from telefonica_ventaportabilidad where id = ?", sale);
    }

    /// The key in the sale's own column; empty where it has none.
    String key(long sale) {
        return String.valueOf(saleRow(sale).getOrDefault("confronta_minio_object_name", ""));
    }

    String topics() {
        return events.stream().map(EventDraft::topic).collect(Collectors.joining(" "));
    }

    private EventSink sink() {
        return new EventSink() {
            @Override
            public Insert insert(List<EventDraft> drafts) {
                events.addAll(drafts);
                return Insert.NONE;
            }

            @Override
            public void committed() {
                // nobody waits here
            }
        };
    }

    private void people() {
        for (var person : Person.values()) {
            sql(
                    """
                    insert into auth_user (id, password, is_superuser, username, first_name,
                        last_name, email, is_staff, is_active, date_joined)
                    values (?, '', false, ?, '', '', '', false, true, now())
                    """,
                    person.id,
                    person.name().toLowerCase(Locale.ROOT));
        }
    }

    @Override
    public void close() {
        http.close();
        feature.close();
        databases.close();
        database.close();
    }
}
