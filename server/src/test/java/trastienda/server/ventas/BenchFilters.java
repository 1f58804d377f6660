package trastienda.server.ventas;

import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import trastienda.shared.ventas.EstadoVenta;
import trastienda.shared.ventas.FiltroVentas;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the screen can narrow a list to, as [MillionSales] has it.
final class BenchFilters {
    private BenchFilters() {}

    /// By name; ids are of that database.
    static Map<String, FiltroVentas> of(Jdbi jdbi) {
        var filters = new LinkedHashMap<String, FiltroVentas>();
        filters.put("none", FiltroVentas.all());
        for (var estado :
                List.of(
                        EstadoVenta.PENDIENTE_REVISION,
                        EstadoVenta.ESCALAMIENTO_NO_SOLUCIONADO,
                        EstadoVenta.RECHAZADA,
                        EstadoVenta.COMPLETADA)) {
            filters.put("estado-" + estado.wire(), narrowed(estado, null, null));
        }
        filters.put("agent-of-now", narrowed(null, agent(jdbi, "asesor190"), null));
        filters.put("agent-of-once", narrowed(null, agent(jdbi, "asesor5"), null));
        filters.put("plan", narrowed(null, null, plan(jdbi, "POS-3")));
        filters.put("plan-withdrawn", narrowed(null, null, plan(jdbi, "POS-12")));
        filters.put("dates-day", dates(LocalDate.of(2025, 6, 12), LocalDate.of(2025, 6, 12)));
        filters.put("dates-week", dates(LocalDate.of(2025, 3, 27), LocalDate.of(2025, 4, 3)));
        filters.put(
                "dates-half-months", dates(LocalDate.of(2025, 4, 15), LocalDate.of(2025, 6, 16)));
        filters.put("dates-year", dates(LocalDate.of(2025, 1, 20), LocalDate.of(2026, 1, 10)));
        filters.put("dates-from", dates(LocalDate.of(2024, 2, 20), null));
        filters.put("dates-until", dates(null, LocalDate.of(2026, 6, 10)));
        filters.put("confronta-with", files(true, null));
        filters.put("confronta-without", files(false, null));
        filters.put("confronta-pending", files(null, true));
        filters.put("text-document", text("1000123456"));
        filters.put("text-digits", text("310765"));
        filters.put("text-full-name", text("zoraida villamizar yepes"));
        filters.put("text-surname", text("wilches"));
        filters.put("text-common-name", text("rodriguez"));
        filters.put("text-plan-word", text("ilimitado"));
        filters.put("text-in-all", text("pospago"));
        filters.put("text-last-four", text("4321"));
        filters.put("text-phone-prefix", text("310"));
        filters.put("text-sale-month", text("porta-202506"));
        filters.put("text-two-words", text("rodriguez ana"));
        filters.put("text-short-word", text("rodriguez a"));
        filters.put(
                "text-common-name-pending",
                with(text("rodriguez"), EstadoVenta.PENDIENTE_REVISION, null, null));
        filters.put(
                "text-common-name-completed",
                with(text("rodriguez"), EstadoVenta.COMPLETADA, null, null));
        filters.put(
                "text-in-all-rejected", with(text("pospago"), EstadoVenta.RECHAZADA, null, null));
        filters.put(
                "text-in-all-week",
                with(text("pospago"), null, LocalDate.of(2025, 3, 27), LocalDate.of(2025, 4, 3)));
        filters.put(
                "text-surname-from", with(text("wilches"), null, LocalDate.of(2026, 8, 20), null));
        return filters;
    }

    static long agent(Jdbi jdbi, String username) {
        return id(jdbi, "select id from auth_user where username = :name", username);
    }

    private static long id(Jdbi jdbi, String sql, String name) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).bind("name", name).mapTo(Long.class).one());
    }

    static FiltroVentas text(String q) {
        return new FiltroVentas(
                q, null, null, null, null, null, null, null, FiltroVentas.DEFAULT_ORDERING);
    }

    private static long plan(Jdbi jdbi, String codigo) {
        return id(
                jdbi, "select id from telefonica_planes_portabilidad where codigo = :name", codigo);
    }

    private static FiltroVentas narrowed(
            @Nullable EstadoVenta estado, @Nullable Long agente, @Nullable Long plan) {
        return new FiltroVentas(
                null, estado, agente, plan, null, null, null, null, FiltroVentas.DEFAULT_ORDERING);
    }

    private static FiltroVentas dates(@Nullable LocalDate desde, @Nullable LocalDate hasta) {
        return new FiltroVentas(
                null, null, null, null, desde, hasta, null, null, FiltroVentas.DEFAULT_ORDERING);
    }

    private static FiltroVentas files(@Nullable Boolean with, @Nullable Boolean pending) {
        return new FiltroVentas(
                null, null, null, null, null, null, with, pending, FiltroVentas.DEFAULT_ORDERING);
    }

    private static FiltroVentas with(
            FiltroVentas f,
            @Nullable EstadoVenta estado,
            @Nullable LocalDate desde,
            @Nullable LocalDate hasta) {
        return new FiltroVentas(f.q(), estado, null, null, desde, hasta, null, null, f.ordering());
    }
}
