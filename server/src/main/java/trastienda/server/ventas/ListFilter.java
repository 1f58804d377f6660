package trastienda.server.ventas;

import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

import trastienda.shared.ventas.FiltroVentas;
import trastienda.shared.ventas.VentaRules;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;

/// What the list is narrowed to, as conditions on `telefonica_ventaportabilidad v`; every value is
/// bound.
final class ListFilter {
    private final ListQuery query;

    ListFilter(ListQuery query) {
        this.query = query;
    }

    /// Binds what the conditions name.
    void bind(Query statement) {
        var filtro = query.filtro();
        var agentes = query.agentes();
        if (agentes != null) {
            statement.bindArray("agentes", Long.class, agentes);
        }
        bind(statement, "estado", filtro.estado() == null ? null : filtro.estado().wire());
        bind(statement, "plan", filtro.plan());
        bind(statement, "desde", startOf(filtro.fechaDesde()));
        bind(statement, "hasta", startOf(dayAfter(filtro.fechaHasta())));
        for (int i = 0; i < query.words().size(); i++) {
            switch (query.words().get(i)) {
                case SearchWord.Text(var patterns, var _) -> {
                    for (int j = 0; j < patterns.size(); j++) {
                        statement.bind("q" + i + "_" + j, patterns.get(j));
                    }
                }
                case SearchWord.Numero numero ->
                        statement
                                .bind("q" + i + "_0", numero.prefix())
                                .bind("q" + i + "_1", numero.end());
            }
        }
    }

    private static void bind(Query statement, String name, @Nullable Object value) {
        if (value != null) {
            statement.bind(name, value);
        }
    }

    /// All conditions.
    String where() {
        return conditions() + (query.words().isEmpty() ? "" : "and " + words("v"));
    }

    /// All but the words.
    String conditions() {
        return (query.agentes() == null ? "" : "v.agente_id = any(:agentes) and ") + filters();
    }

    /// All but the words and whose sales they are.
    String filters() {
        var filtro = query.filtro();
        var sql = new StringBuilder("true\n");
        if (filtro.estado() != null) {
            sql.append("and v.estado_venta collate \"C\" = :estado\n");
        }
        if (filtro.plan() != null) {
            sql.append("and v.plan_adquiere_id = :plan\n");
        }
        if (filtro.fechaDesde() != null) {
            sql.append("and v.fecha_creacion >= :desde\n");
        }
        if (filtro.fechaHasta() != null) {
            sql.append("and v.fecha_creacion < :hasta\n");
        }
        confronta(sql, filtro);
        return sql.toString();
    }

    /// The words alone, on the columns of that alias.
    String words(String from) {
        var all = new ArrayList<String>();
        for (int i = 0; i < query.words().size(); i++) {
            all.add(
                    switch (query.words().get(i)) {
                        case SearchWord.Text(var patterns, var _) -> {
                            var any = new ArrayList<String>();
                            for (int j = 0; j < patterns.size(); j++) {
                                any.add("%s.busqueda like :q%d_%d".formatted(from, i, j));
                            }
                            yield "(" + String.join(" or ", any) + ")";
                        }
                        case SearchWord.Numero _ ->
                                """
                                (%1$s.numero collate "C" >= :q%2$d_0
                                 and %1$s.numero collate "C" < :q%2$d_1)
                                """
                                        .formatted(from, i);
                    });
        }
        return String.join("\nand ", all) + "\n";
    }

    private static void confronta(StringBuilder sql, FiltroVentas filtro) {
        var con = filtro.conConfronta();
        if (con != null) {
            sql.append("and v.estado_confronta collate \"C\" ")
                    .append(con ? "<>" : "=")
                    .append(" 'ninguna'\n");
        }
        var porSubir = filtro.porSubir();
        if (porSubir != null) {
            // the second condition is the index's own, so that it is seen to apply
            sql.append(
                    porSubir
                            ? """
                            and v.estado_confronta collate "C" = 'por_subir'
                            and v.estado_confronta <> 'guardada'
                            """
                            : "and v.estado_confronta collate \"C\" <> 'por_subir'\n");
        }
    }

    private static @Nullable LocalDate dayAfter(@Nullable LocalDate day) {
        return day == null ? null : day.plusDays(1);
    }

    private static @Nullable OffsetDateTime startOf(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(VentaRules.ZONE).toOffsetDateTime();
    }
}
