package trastienda.desktop.ventas;

import org.jspecify.annotations.Nullable;

import trastienda.shared.ventas.EstadoVenta;
import trastienda.shared.ventas.FiltroVentas;

import java.time.LocalDate;
import java.util.function.Consumer;

/// Copies of a filter with one thing changed.
final class FilterEdits {
    private @Nullable String q;
    private @Nullable EstadoVenta estado;
    private @Nullable Long agente;
    private @Nullable Long plan;
    private @Nullable LocalDate desde;
    private @Nullable LocalDate hasta;
    private @Nullable Boolean conConfronta;
    private @Nullable Boolean porSubir;
    private String ordering;

    private FilterEdits(FiltroVentas f) {
        q = f.q();
        estado = f.estado();
        agente = f.agente();
        plan = f.plan();
        desde = f.fechaDesde();
        hasta = f.fechaHasta();
        conConfronta = f.conConfronta();
        porSubir = f.porSubir();
        ordering = f.ordering();
    }

    private static FiltroVentas changed(FiltroVentas f, Consumer<FilterEdits> change) {
        var c = new FilterEdits(f);
        change.accept(c);
        return new FiltroVentas(
                c.q,
                c.estado,
                c.agente,
                c.plan,
                c.desde,
                c.hasta,
                c.conConfronta,
                c.porSubir,
                c.ordering);
    }

    static FiltroVentas q(FiltroVentas f, @Nullable String q) {
        return changed(f, copy -> copy.q = q);
    }

    static FiltroVentas estado(FiltroVentas f, @Nullable EstadoVenta estado) {
        return changed(f, copy -> copy.estado = estado);
    }

    static FiltroVentas agente(FiltroVentas f, @Nullable Long agente) {
        return changed(f, copy -> copy.agente = agente);
    }

    static FiltroVentas plan(FiltroVentas f, @Nullable Long plan) {
        return changed(f, copy -> copy.plan = plan);
    }

    static FiltroVentas fechas(
            FiltroVentas f, @Nullable LocalDate desde, @Nullable LocalDate hasta) {
        return changed(
                f,
                copy -> {
                    copy.desde = desde;
                    copy.hasta = hasta;
                });
    }

    static FiltroVentas conConfronta(FiltroVentas f, @Nullable Boolean con) {
        return changed(f, copy -> copy.conConfronta = con);
    }

    static FiltroVentas porSubir(FiltroVentas f, @Nullable Boolean porSubir) {
        return changed(f, copy -> copy.porSubir = porSubir);
    }

    static FiltroVentas ordering(FiltroVentas f, String ordering) {
        return changed(f, copy -> copy.ordering = ordering);
    }
}
