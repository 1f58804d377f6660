package trastienda.server.ventas;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

import trastienda.server.platform.auth.Principal;
import trastienda.server.platform.db.Database;
import trastienda.server.platform.http.Cursors;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;
import trastienda.shared.problem.Regla;
import trastienda.shared.ventas.Ancla;
import trastienda.shared.ventas.Anclas;
import trastienda.shared.ventas.FiltroVentas;
import trastienda.shared.ventas.VentaFila;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The list of sales: what a principal may see of it, page by page. The count is taken once per
/// filter and travels in the cursors for a minute.
final class VentasList {
    /// So many are gathered and sorted; of more, enough are soon met in an index of the order.
    static final long FEW = 8_000;

    private static final long COUNT_SECONDS = 60;

    private final Database database;
    private final ListRepository repository;
    private final Cursors cursors;
    private final Clock clock;
    private final long few;

    /// A page and the cursors around it; null where there is nothing that way.
    record Slice(
            long count, List<VentaFila> rows, @Nullable String next, @Nullable String previous) {}

    VentasList(Database database, ListRepository repository, Cursors cursors, Clock clock) {
        this(database, repository, cursors, clock, FEW);
    }

    VentasList(
            Database database, ListRepository repository, Cursors cursors, Clock clock, long few) {
        this.database = database;
        this.repository = repository;
        this.cursors = cursors;
        this.clock = clock;
        this.few = few;
    }

    /// The page at a cursor, or the first one.
    ///
    /// @throws ProblemException `PARAMETRO_INVALIDO` for a cursor that is not of this list
    Slice byCursor(Principal principal, FiltroVentas filtro, int size, @Nullable String cursor) {
        var fingerprint = fingerprint(principal, filtro);
        var from = cursor == null ? null : open(cursor, fingerprint);
        return database.read(
                handle -> {
                    var query = query(handle, principal, filtro);
                    var back = from != null && from.back();
                    var counted = counted(handle, query, from);
                    var sql = new ListSql(query.finding(counted.count() > few), back);
                    var rows = repository.page(handle, sql, from, size + 1, 0);
                    var more = rows.size() > size;
                    var shown = new ArrayList<>(more ? rows.subList(0, size) : rows);
                    if (back) {
                        java.util.Collections.reverse(shown);
                    }
                    var after = back || more;
                    var before = back ? more : from != null && !from.start();
                    return new Slice(
                            counted.count(),
                            masked(principal, shown),
                            after && !shown.isEmpty()
                                    ? seal(fingerprint, false, shown.getLast(), counted)
                                    : null,
                            before && !shown.isEmpty()
                                    ? seal(fingerprint, true, shown.getFirst(), counted)
                                    : null);
                });
    }

    /// The page of that number, from 1.
    ///
    /// @throws ProblemException `NO_ENCONTRADO` for a page after the last
    Slice byPage(Principal principal, FiltroVentas filtro, int size, int page) {
        return database.read(
                handle -> {
                    var query = query(handle, principal, filtro);
                    var count = repository.count(handle, new ListSql(query, false));
                    var sql = new ListSql(query.finding(count > few), false);
                    var rows = repository.page(handle, sql, null, size, (page - 1L) * size);
                    if (rows.isEmpty() && page > 1) {
                        throw ProblemException.of(ProblemCode.NO_ENCONTRADO);
                    }
                    return new Slice(count, masked(principal, rows), null, null);
                });
    }

    /// Places in the list, one every `step` rows, the first before its first row.
    Anclas anchors(Principal principal, FiltroVentas filtro, int step) {
        var fingerprint = fingerprint(principal, filtro);
        return database.read(
                handle -> {
                    var query = query(handle, principal, filtro);
                    var count = repository.count(handle, new ListSql(query, false));
                    var sql = new ListSql(query.finding(count > few), false);
                    var counted = new Counted(count, clock.instant().getEpochSecond());
                    var anchors = new ArrayList<Ancla>();
                    anchors.add(
                            new Ancla(
                                    0,
                                    cursors.seal(
                                            new VentaCursor(
                                                    fingerprint,
                                                    false,
                                                    null,
                                                    null,
                                                    null,
                                                    0,
                                                    0,
                                                    count,
                                                    counted.at()))));
                    for (var anchor : repository.anchors(handle, sql, step)) {
                        var cursor =
                                new VentaCursor(
                                        fingerprint,
                                        false,
                                        anchor.key(),
                                        anchor.fecha(),
                                        anchor.nombre(),
                                        anchor.agente(),
                                        anchor.id(),
                                        count,
                                        counted.at());
                        anchors.add(new Ancla(anchor.fila(), cursors.seal(cursor)));
                    }
                    return new Anclas(count, step, anchors);
                });
    }

    private record Counted(long count, long at) {}

    private Counted counted(Handle handle, ListQuery query, @Nullable VentaCursor from) {
        var now = clock.instant().getEpochSecond();
        return from != null && now - from.counted() < COUNT_SECONDS && now >= from.counted()
                ? new Counted(from.count(), from.counted())
                : new Counted(repository.count(handle, new ListSql(query, false)), now);
    }

    private String seal(String fingerprint, boolean back, ListRow row, Counted counted) {
        return cursors.seal(
                new VentaCursor(
                        fingerprint,
                        back,
                        row.key(),
                        row.fecha(),
                        row.nombre(),
                        row.agente(),
                        row.fila().id(),
                        counted.count(),
                        counted.at()));
    }

    private VentaCursor open(String cursor, String fingerprint) {
        var opened = cursors.open(cursor, VentaCursor.class);
        if (opened == null || !opened.filter().equals(fingerprint)) {
            throw ProblemException.field(
                    ProblemCode.PARAMETRO_INVALIDO, "cursor", Regla.CURSOR_INVALIDO);
        }
        return opened;
    }

    /// What ties a cursor to its list: whose it is, its filter and its order.
    private static String fingerprint(Principal principal, FiltroVentas filtro) {
        return String.format(Locale.ROOT, "%08x", (Scope.of(principal) + "|" + filtro).hashCode());
    }

    ListQuery query(Handle handle, Principal principal, FiltroVentas filtro) {
        return new ListQuery(
                agents(handle, Scope.of(principal), filtro.agente()),
                filtro,
                SearchWords.of(filtro.q()),
                false);
    }

    private @Nullable List<Long> agents(Handle handle, Scope scope, @Nullable Long asked) {
        return switch (scope) {
            case Scope.All() -> asked == null ? null : List.of(asked);
            case Scope.Own(var userId) ->
                    asked == null || asked == userId ? List.of(userId) : List.of();
            case Scope.Team(var userId) -> {
                var team = repository.team(handle, userId);
                yield asked == null ? team : team.contains(asked) ? List.of(asked) : List.of();
            }
        };
    }

    private static List<VentaFila> masked(Principal principal, List<ListRow> rows) {
        return rows.stream()
                .map(ListRow::fila)
                .map(row -> Masking.open(principal, row.agenteId()) ? row : masked(row))
                .toList();
    }

    private static VentaFila masked(VentaFila f) {
        return new VentaFila(
                f.id(),
                f.numero(),
                f.fechaCreacion(),
                f.estadoVenta(),
                f.nombreCompleto(),
                f.tipoDocumento(),
                Masking.mask(f.documento()),
                Masking.mask(f.telefonoLegalizacion()),
                Masking.mask(f.numeroAPortar()),
                f.numeroOrden(),
                f.planNombre(),
                f.planCfm(),
                f.agenteId(),
                f.agenteNombre(),
                f.fechaVentanaCambio(),
                f.confronta(),
                f.version());
    }
}
