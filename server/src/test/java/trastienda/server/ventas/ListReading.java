package trastienda.server.ventas;

import static org.assertj.core.api.Assertions.assertThat;

import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import trastienda.server.platform.auth.Principal;
import trastienda.shared.ventas.FiltroVentas;
import trastienda.shared.ventas.VentaFila;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Reads a list every way there is, and the same list in the plainest SQL.
record ListReading(VentasList list, long sortable, Jdbi owner) {
    private static final int FAR = 10_000;

    /// Every way of reading gives what the plainest SQL gives.
    ///
    /// @param visible the sales the reader sees
    /// @param words what the text asks, in the plainest SQL
    void compare(Principal who, FiltroVentas filtro, String visible, String words) {
        var count = expected(filtro, visible, words).size();
        var shown =
                filtro.q() != null
                                && count > sortable
                                && !filtro.ordering().endsWith("fecha_creacion")
                        ? FiltroVentas.DEFAULT_ORDERING
                        : filtro.ordering();
        var expected = expected(ordered(filtro, shown), visible, words);
        assertThat(list.byCursor(who, filtro, 29, null).ordering()).isEqualTo(shown);
        assertThat(forward(who, filtro, 29)).as("%s", filtro).isEqualTo(expected);
        assertThat(backward(who, filtro, 31)).as("%s", filtro).isEqualTo(expected);
        assertThat(byPage(who, filtro, 50)).isEqualTo(expected);
        var anchors = list.anchors(who, filtro, 100);
        assertThat(anchors.count()).isEqualTo(expected.size());
        assertThat(anchors.anclas()).hasSize(expected.size() / 100 + 1);
        for (var anchor : anchors.anclas()) {
            var rest = expected.subList((int) anchor.fila(), expected.size());
            assertThat(page(who, filtro, anchor.cursor(), 20))
                    .isEqualTo(rest.subList(0, Math.min(20, rest.size())));
        }
    }

    static FiltroVentas ordered(FiltroVentas f, String ordering) {
        return new FiltroVentas(
                f.q(),
                f.estado(),
                f.agente(),
                f.plan(),
                f.fechaDesde(),
                f.fechaHasta(),
                f.conConfronta(),
                f.porSubir(),
                ordering);
    }

    List<Long> forward(Principal who, FiltroVentas filtro, int size) {
        var ids = new ArrayList<Long>();
        String cursor = null;
        do {
            var slice = list.byCursor(who, filtro, size, cursor);
            slice.rows().forEach(row -> ids.add(row.id()));
            cursor = slice.next();
        } while (cursor != null && ids.size() < FAR);
        return ids;
    }

    /// From the last page back to the first.
    private List<Long> backward(Principal who, FiltroVentas filtro, int size) {
        String next = null;
        VentasList.Slice slice;
        do {
            slice = list.byCursor(who, filtro, size, next);
            next = slice.next();
        } while (next != null);
        var ids = new ArrayList<Long>();
        while (true) {
            var rows = new ArrayList<>(slice.rows().stream().map(VentaFila::id).toList());
            Collections.reverse(rows);
            ids.addAll(rows);
            if (slice.previous() == null) {
                break;
            }
            slice = list.byCursor(who, filtro, size, slice.previous());
        }
        Collections.reverse(ids);
        return ids;
    }

    private List<Long> byPage(Principal who, FiltroVentas filtro, int size) {
        var ids = new ArrayList<Long>();
        for (int page = 1; ; page++) {
            var slice = list.byPage(who, filtro, size, page);
            slice.rows().forEach(row -> ids.add(row.id()));
            if ((long) page * size >= slice.count()) {
                return ids;
            }
        }
    }

    private List<Long> page(Principal who, FiltroVentas filtro, @Nullable String cursor, int size) {
        return list.byCursor(who, filtro, size, cursor).rows().stream().map(VentaFila::id).toList();
    }

    /// The same list in the plainest SQL.
    List<Long> expected(FiltroVentas filtro, String visible, String words) {
        var descending = filtro.ordering().startsWith("-");
        var column = descending ? filtro.ordering().substring(1) : filtro.ordering();
        var direction = descending ? " desc" : " asc";
        var key =
                switch (column) {
                    case "nombre_completo", "plan_nombre" -> column + " collate \"es-x-icu\"";
                    case "numero", "estado_venta" -> column + " collate \"C\"";
                    case "fecha_ventana_cambio" -> "coalesce(fecha_ventana_cambio, 'infinity')";
                    case "agente" ->
                            "coalesce((select btrim(first_name || ' ' || last_name) from auth_user"
                                    + " where id = agente_id), '') collate \"es-x-icu\""
                                    + direction
                                    + ", coalesce(agente_id, 0)"
                                    + direction
                                    + ", fecha_creacion";
                    default -> column;
                };
        return owner.withHandle(
                handle ->
                        handle.createQuery(
                                        "select id from telefonica_ventaportabilidad where ("
                                                + visible
                                                + ") and ("
                                                + words
                                                + """
                                                )
                                                and (cast(:estado as text) is null
                                                     or estado_venta = :estado)
                                                and (cast(:agente as bigint) is null
                                                     or agente_id = :agente)
                                                and (cast(:plan as bigint) is null
                                                     or plan_adquiere_id = :plan)
                                                and (cast(:desde as date) is null
                                                     or (fecha_creacion at time zone
                                                         'America/Bogota')::date >= :desde)
                                                and (cast(:hasta as date) is null
                                                     or (fecha_creacion at time zone
                                                         'America/Bogota')::date <= :hasta)
                                                and (cast(:con as boolean) is null or :con =
                                                     (estado_confronta <> 'ninguna'))
                                                and (cast(:subir as boolean) is null or :subir =
                                                     (estado_confronta = 'por_subir'))
                                                order by
                                                """
                                                + key
                                                + direction
                                                + ", fecha_creacion"
                                                + direction
                                                + ", id"
                                                + direction)
                                .bind(
                                        "estado",
                                        filtro.estado() == null ? null : filtro.estado().wire())
                                .bind("agente", filtro.agente())
                                .bind("plan", filtro.plan())
                                .bind("desde", filtro.fechaDesde())
                                .bind("hasta", filtro.fechaHasta())
                                .bind("con", filtro.conConfronta())
                                .bind("subir", filtro.porSubir())
                                .mapTo(Long.class)
                                .list());
    }
}
