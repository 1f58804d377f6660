package trastienda.server.ventas;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

import trastienda.server.platform.auth.Principal;
import trastienda.server.platform.db.Database;
import trastienda.server.platform.http.Cursors;
import trastienda.shared.hash.Sha256;
import trastienda.shared.json.Json;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;
import trastienda.shared.problem.Regla;
import trastienda.shared.ventas.Ancla;
import trastienda.shared.ventas.Anclas;
import trastienda.shared.ventas.FiltroVentas;
import trastienda.shared.ventas.VentaFila;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;

/// The list of sales: what a principal may see of it, page by page. The count is taken once per
/// filter and travels in the cursors for a minute.
final class VentasList {
    /// So many are gathered and sorted; of more, enough are soon met in an index of the order.
    static final long FEW = 8_000;

    private static final long COUNT_SECONDS = 60;

    /// So many finds of a text are sorted in any order; more are shown by date of creation.
    static final long SORTABLE = 200;

    private final Database database;
    private final ListRepository repository;
    private final Cursors cursors;
    private final Clock clock;
    private final Limits limits;

    /// Above these it is many: sales without a text, and finds of one.
    record Limits(long few, long sortable) {}

    /// A page, the cursors around it (null where there is nothing that way), and its order.
    record Slice(
            long count,
            List<VentaFila> rows,
            @Nullable String next,
            @Nullable String previous,
            String ordering) {}

    VentasList(Database database, ListRepository repository, Cursors cursors, Clock clock) {
        this(database, repository, cursors, clock, new Limits(FEW, SORTABLE));
    }

    VentasList(
            Database database,
            ListRepository repository,
            Cursors cursors,
            Clock clock,
            Limits limits) {
        this.database = database;
        this.repository = repository;
        this.cursors = cursors;
        this.clock = clock;
        this.limits = limits;
    }

    /// The page at a cursor, or the first one.
    ///
    /// @throws ProblemException `PARAMETRO_INVALIDO` for a cursor that is not of this list
    Slice byCursor(Principal principal, FiltroVentas filtro, int size, @Nullable String cursor) {
        var fingerprint = fingerprint(principal, filtro);
        var from = cursor == null ? null : open(cursor, fingerprint);
        return database.read(
                handle -> {
                    var asked = query(handle, principal, filtro);
                    var back = from != null && from.back();
                    var counted = counted(handle, asked, from);
                    var query = known(asked, counted, from);
                    var rows = repository.page(handle, query, counted, back, from, size + 1, 0);
                    var more = rows.size() > size;
                    var shown = new ArrayList<>(more ? rows.subList(0, size) : rows);
                    if (back) {
                        Collections.reverse(shown);
                    }
                    var after = back || more;
                    var before = back ? more : from != null && !from.start();
                    var ordering = query.filtro().ordering();
                    return new Slice(
                            counted.count(),
                            masked(principal, shown),
                            after && !shown.isEmpty()
                                    ? seal(fingerprint, ordering, false, shown.getLast(), counted)
                                    : null,
                            before && !shown.isEmpty()
                                    ? seal(fingerprint, ordering, true, shown.getFirst(), counted)
                                    : null,
                            ordering);
                });
    }

    /// The page of that number, from 1.
    ///
    /// @throws ProblemException `NO_ENCONTRADO` for a page after the last
    Slice byPage(Principal principal, FiltroVentas filtro, int size, int page) {
        return database.read(
                handle -> {
                    var asked = query(handle, principal, filtro);
                    var counted = counted(handle, asked, null);
                    var query = known(asked, counted, null);
                    var rows =
                            repository.page(
                                    handle, query, counted, false, null, size, (page - 1L) * size);
                    if (rows.isEmpty() && page > 1) {
                        throw ProblemException.of(ProblemCode.NO_ENCONTRADO);
                    }
                    return new Slice(
                            counted.count(),
                            masked(principal, rows),
                            null,
                            null,
                            query.filtro().ordering());
                });
    }

    /// Places in the list, one every `step` rows, the first before its first row.
    Anclas anchors(Principal principal, FiltroVentas filtro, int step) {
        var fingerprint = fingerprint(principal, filtro);
        return database.read(
                handle -> {
                    var asked = query(handle, principal, filtro);
                    var counted = counted(handle, asked, null);
                    var query = known(asked, counted, null);
                    var places = new ArrayList<ListRepository.Anchor>();
                    places.add(new ListRepository.Anchor(0, null, null, 0, null, 0, 0));
                    places.addAll(repository.anchors(handle, query, counted, step));
                    var anchors = new ArrayList<Ancla>();
                    for (var place : places) {
                        var cursor =
                                new VentaCursor(
                                        fingerprint,
                                        query.filtro().ordering(),
                                        false,
                                        place.key(),
                                        place.fecha(),
                                        place.day(),
                                        place.nombre(),
                                        place.agente(),
                                        place.id(),
                                        counted);
                        anchors.add(new Ancla(place.fila(), cursors.seal(cursor)));
                    }
                    return new Anclas(counted.count(), step, anchors);
                });
    }

    /// The query by the way that fits what was counted. A cursor goes on in its own order.
    ListQuery known(ListQuery asked, Counted counted, @Nullable VentaCursor from) {
        if (!asked.hasWords()) {
            return asked.finding(counted.count() > limits.few());
        }
        var ordering = from == null ? ordering(asked.filtro(), counted) : from.ordering();
        var query = asked.by(ordering);
        var byDate = ListOrder.of(query.filtro()) == ListOrder.FECHA_CREACION;
        return query.finding(byDate && counted.count() > limits.sortable());
    }

    /// The order a text's finds are shown in: that asked for, unless they are too many to sort.
    private String ordering(FiltroVentas filtro, Counted counted) {
        return counted.count() > limits.sortable()
                        && ListOrder.of(filtro) != ListOrder.FECHA_CREACION
                ? FiltroVentas.DEFAULT_ORDERING
                : filtro.ordering();
    }

    private Counted counted(Handle handle, ListQuery query, @Nullable VentaCursor from) {
        var now = clock.instant().getEpochSecond();
        var before = from == null ? null : from.counted();
        return before != null
                        && now - before.at() < COUNT_SECONDS
                        && now >= before.at()
                        && (before.hasDays() || !query.hasWords())
                ? before
                : repository.count(handle, query, now);
    }

    private String seal(
            String fingerprint, String ordering, boolean back, ListRow row, Counted counted) {
        return cursors.seal(
                new VentaCursor(
                        fingerprint,
                        ordering,
                        back,
                        row.key(),
                        row.fecha(),
                        Days.of(row.fila().fechaCreacion()),
                        row.nombre(),
                        row.agente(),
                        row.fila().id(),
                        counted));
    }

    private VentaCursor open(String cursor, String fingerprint) {
        var opened = cursors.open(cursor, VentaCursor.class);
        if (opened == null || !opened.filter().equals(fingerprint)) {
            throw ProblemException.field(
                    ProblemCode.PARAMETRO_INVALIDO, "cursor", Regla.CURSOR_INVALIDO);
        }
        return opened;
    }

    /// What ties a cursor to its list: whose it is, its filter and its order. The filter holds a
    /// text that anybody may type, so no other must come to the same value.
    static String fingerprint(Principal principal, FiltroVentas filtro) {
        var digest = Sha256.digest();
        digest.update(Scope.of(principal).toString().getBytes(StandardCharsets.UTF_8));
        digest.update(Json.mapper().writeValueAsBytes(filtro));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest());
    }

    ListQuery query(Handle handle, Principal principal, FiltroVentas filtro) {
        var scope = Scope.of(principal);
        return new ListQuery(
                agents(handle, scope, filtro.agente()),
                filtro,
                false,
                !Masking.open(principal, scope));
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
