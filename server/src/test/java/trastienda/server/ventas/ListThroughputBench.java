package trastienda.server.ventas;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.HandlerType;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postgresql.PGStatement;

import trastienda.server.auditoria.AuditoriaFeature;
import trastienda.server.platform.auth.Principal;
import trastienda.server.platform.config.Config;
import trastienda.server.platform.http.Access;
import trastienda.server.platform.http.HttpServer;
import trastienda.server.platform.http.HttpSettings;
import trastienda.server.platform.http.Routes;
import trastienda.server.testing.Bench;
import trastienda.shared.http.Paths;
import trastienda.shared.identidad.Permiso;
import trastienda.shared.json.Json;
import trastienda.shared.ventas.FiltroVentas;
import trastienda.shared.ventas.PaginaVentas;
import trastienda.shared.ventas.VentaFila;

import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// Pages of 50 out of a million sales a second, by the list's own route and by a bare one beside it
/// on the same server, pool and statements: plain JDBC, and the rows handed to Jackson.
@Tag("bench")
final class ListThroughputBench {
    private static final int PAGE = 50;
    private static final int AT_ONCE = 8;
    private static final int REQUESTS = 500;
    private static final int ROUNDS = 9;
    private static final double BAR = 0.9;
    private static final String BARE = "/desnuda/";

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void nineTenthsOfPlainJdbcAndJackson() throws Exception {
        var clock = Clock.systemUTC();
        try (var sales = MillionSales.open()) {
            var databases = sales.databases();
            var auditoria = new AuditoriaFeature(databases.main(), databases.jobs());
            var feature = new VentasFeature(databases.main(), auditoria.trail(), clock);
            var routes = new Routes();
            feature.routes(routes);
            routes.on(HandlerType.GET, BARE, Access.needs(Permiso.VENTAS_VER))
                    .handle(
                            ctx ->
                                    ctx.json(
                                            databases
                                                    .main()
                                                    .read(handle -> bare(handle.getConnection()))));
            var listen = new Config.Listen("127.0.0.1", 0, Optional.empty(), List.of());
            try (var server =
                    new HttpServer(
                                    HttpSettings.of(listen),
                                    routes,
                                    (authorization, age) -> Principal.Service.SYSTEM,
                                    javalin -> {})
                            .start()) {
                measure(
                        () -> {
                            var anchors =
                                    feature.list()
                                            .anchors(
                                                    Principal.Service.SYSTEM,
                                                    FiltroVentas.all(),
                                                    100_000);
                            return URI.create(
                                    server.url()
                                            + Paths.VENTAS
                                            + "?page_size=50&cursor="
                                            + anchors.anclas().getFirst().cursor());
                        },
                        URI.create(server.url() + BARE));
            }
        }
    }

    /// @param fresh the list's address, its count of this minute: another is counted anew
    private void measure(Supplier<URI> fresh, URI bare) throws Exception {
        assertThat(rows(fresh.get())).isEqualTo(rows(bare)).contains("\"numero\"");
        for (int warm = 0; warm < 6; warm++) {
            perSecond(fresh.get());
            perSecond(bare);
        }
        var ours = new ArrayList<Double>();
        var plain = new ArrayList<Double>();
        var ratios = new ArrayList<Double>();
        for (int round = 0; round < ROUNDS; round++) {
            var list = fresh.get();
            if (round % 2 == 0) {
                ours.add(perSecond(list));
                plain.add(perSecond(bare));
            } else {
                plain.add(perSecond(bare));
                ours.add(perSecond(list));
            }
            ratios.add(ours.getLast() / plain.getLast());
        }
        var ratio = Bench.percentile(ratios, 0.5);
        Bench.line(
                "list.throughput-per-s",
                Bench.percentile(ours, 0.5),
                Bench.percentile(plain, 0.5),
                ratio,
                BAR);
        System.out.println("ratios of the rounds: " + ratios);
        assertThat(ratio).isGreaterThanOrEqualTo(BAR);
    }

    private String rows(URI uri) throws Exception {
        var answer = client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.mapper().readTree(answer.body()).get("results").toString();
    }

    private double perSecond(URI uri) throws Exception {
        var left = new AtomicInteger(REQUESTS);
        var request = HttpRequest.newBuilder(uri).build();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = new ArrayList<Callable<Integer>>();
            for (int n = 0; n < AT_ONCE; n++) {
                work.add(
                        () -> {
                            var done = 0;
                            while (left.getAndDecrement() > 0) {
                                var answer = client.send(request, BodyHandlers.ofByteArray());
                                done += answer.statusCode() == 200 ? 1 : 0;
                            }
                            return done;
                        });
            }
            var start = System.nanoTime();
            var done = 0;
            for (var one : threads.invokeAll(work)) {
                done += one.get();
            }
            assertThat(done).isEqualTo(REQUESTS);
            return REQUESTS / ((System.nanoTime() - start) / 1e9);
        }
    }

    private static final String PAGE_SQL =
            new ListSql(new ListQuery(null, FiltroVentas.all(), true, false), false)
                    .page(null)
                    .replace(":limite", "?")
                    .replace(":salto", "?");

    private static PaginaVentas bare(Connection connection) {
        try (var page = prepared(connection, PAGE_SQL);
                var people =
                        prepared(
                                connection,
                                "select u.id, "
                                        + ListSql.AGENT_NAME
                                        + " as nombre from auth_user u where u.id = any(?)")) {
            page.setInt(1, PAGE + 1);
            page.setLong(2, 0);
            var found = new ArrayList<VentaFila>(PAGE + 1);
            try (var rows = page.executeQuery()) {
                while (rows.next()) {
                    found.add(row(rows));
                }
            }
            var ids = new HashSet<Long>();
            for (var row : found) {
                if (row.agenteId() != null) {
                    ids.add(row.agenteId());
                }
            }
            people.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            var names = new HashMap<Long, String>();
            try (var rows = people.executeQuery()) {
                while (rows.next()) {
                    names.put(rows.getLong(1), rows.getString(2));
                }
            }
            return new PaginaVentas(
                    MillionSales.COUNT,
                    null,
                    null,
                    found.subList(0, PAGE).stream().map(row -> named(row, names)).toList(),
                    FiltroVentas.DEFAULT_ORDERING);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql)
            throws SQLException {
        var statement = connection.prepareStatement(sql);
        statement.unwrap(PGStatement.class).setPrepareThreshold(0);
        return statement;
    }

    private static VentaFila row(ResultSet row) throws SQLException {
        var agent = row.getLong("agente_id");
        var nobody = row.wasNull();
        var cfm = row.getBigDecimal("plan_cfm");
        return new VentaFila(
                row.getLong("id"),
                row.getString("numero"),
                row.getObject("fecha_creacion", OffsetDateTime.class).toInstant(),
                AccessRepository.estado(row.getString("estado_venta")),
                row.getString("nombre_completo"),
                row.getString("tipo_documento"),
                row.getString("documento"),
                row.getString("telefono_legalizacion"),
                row.getString("numero_a_portar"),
                row.getString("numero_orden"),
                row.getString("plan_nombre"),
                cfm == null ? BigDecimal.ZERO : cfm,
                nobody ? null : agent,
                "",
                row.getObject("fecha_ventana_cambio", LocalDate.class),
                ListRepository.confronta(row.getString("estado_confronta")),
                row.getLong("version"));
    }

    private static VentaFila named(VentaFila f, Map<Long, String> names) {
        return new VentaFila(
                f.id(),
                f.numero(),
                f.fechaCreacion(),
                f.estadoVenta(),
                f.nombreCompleto(),
                f.tipoDocumento(),
                f.documento(),
                f.telefonoLegalizacion(),
                f.numeroAPortar(),
                f.numeroOrden(),
                f.planNombre(),
                f.planCfm(),
                f.agenteId(),
                f.agenteId() == null ? "" : names.getOrDefault(f.agenteId(), ""),
                f.fechaVentanaCambio(),
                f.confronta(),
                f.version());
    }
}
