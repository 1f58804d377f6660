package trastienda.desktop.ventas;

import org.jspecify.annotations.Nullable;

import trastienda.shared.ventas.EstadoVenta;
import trastienda.shared.ventas.FiltroVentas;

import java.time.LocalDate;

/// Copies of a filter with one thing changed.
final class FilterEdits {
    private FilterEdits() {}

    static FiltroVentas q(FiltroVentas f, @Nullable String q) {
        return new FiltroVentas(
                q,
                f.estado(),
                f.agente(),
                f.plan(),
                f.fechaDesde(),
                f.fechaHasta(),
                f.conConfronta(),
                f.porSubir(),
                f.ordering());
    }

    static FiltroVentas estado(FiltroVentas f, @Nullable EstadoVenta estado) {
        return new FiltroVentas(
                f.q(),
                estado,
                f.agente(),
                f.plan(),
                f.fechaDesde(),
                f.fechaHasta(),
                f.conConfronta(),
                f.porSubir(),
                f.ordering());
    }

    static FiltroVentas agente(FiltroVentas f, @Nullable Long agente) {
        return new FiltroVentas(
                f.q(),
                f.estado(),
                agente,
                f.plan(),
                f.fechaDesde(),
                f.fechaHasta(),
                f.conConfronta(),
                f.porSubir(),
                f.ordering());
    }

    static FiltroVentas plan(FiltroVentas f, @Nullable Long plan) {
        return new FiltroVentas(
                f.q(),
                f.estado(),
                f.agente(),
                plan,
                f.fechaDesde(),
                f.fechaHasta(),
                f.conConfronta(),
                f.porSubir(),
                f.ordering());
    }

    static FiltroVentas fechas(
            FiltroVentas f, @Nullable LocalDate desde, @Nullable LocalDate hasta) {
        return new FiltroVentas(
                f.q(),
                f.estado(),
                f.agente(),
                f.plan(),
                desde,
                hasta,
                f.conConfronta(),
                f.porSubir(),
                f.ordering());
    }

    static FiltroVentas conConfronta(FiltroVentas f, @Nullable Boolean con) {
        return new FiltroVentas(
                f.q(),
                f.estado(),
                f.agente(),
                f.plan(),
                f.fechaDesde(),
                f.fechaHasta(),
                con,
                f.porSubir(),
                f.ordering());
    }

    static FiltroVentas porSubir(FiltroVentas f, @Nullable Boolean porSubir) {
        return new FiltroVentas(
                f.q(),
                f.estado(),
                f.agente(),
                f.plan(),
                f.fechaDesde(),
                f.fechaHasta(),
                f.conConfronta(),
                porSubir,
                f.ordering());
    }

    static FiltroVentas ordering(FiltroVentas f, String ordering) {
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
}
