package trastienda.desktop.ventas;

import org.jspecify.annotations.Nullable;

import trastienda.desktop.testing.Samples;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;
import trastienda.shared.ventas.Ancla;
import trastienda.shared.ventas.Anclas;
import trastienda.shared.ventas.CambioVenta;
import trastienda.shared.ventas.FiltroVentas;
import trastienda.shared.ventas.PaginaVentas;
import trastienda.shared.ventas.Plan;
import trastienda.shared.ventas.VentaDatos;
import trastienda.shared.ventas.VentaDetalle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A server of sales in memory, newest first; it can be away and can refuse.
final class FakeVentas implements VentasApi {
    final Map<Long, VentaDetalle> sales = new TreeMap<>();
    final List<VentaDatos> written = new ArrayList<>();
    final List<String> keys = new ArrayList<>();
    final List<String> exceptions = new ArrayList<>();
    final Map<String, VentaDetalle> answered = new HashMap<>();
    @Nullable ProblemException refusal;
    boolean away;
    int sortable = 200;
    int calls;

    void add(VentaDetalle... added) {
        for (var venta : added) {
            sales.put(venta.id(), venta);
        }
    }

    private void arrive() throws IOException {
        calls++;
        if (away) {
            throw new IOException("away");
        }
        if (refusal != null) {
            throw refusal;
        }
    }

    @Override
    public PaginaVentas page(FiltroVentas filtro, @Nullable String cursor, int size)
            throws IOException {
        arrive();
        var all =
                sales.values().stream()
                        .filter(venta -> Filas.matches(venta, filtro))
                        .sorted(Comparator.comparing(VentaDetalle::fechaCreacion).reversed())
                        .map(Filas::of)
                        .toList();
        var from = cursor == null ? 0 : Integer.parseInt(cursor);
        var to = Math.min(all.size(), from + size);
        var next = to < all.size() ? "http://x/api/v1/ventas/?cursor=" + to : null;
        var order =
                filtro.q() != null && all.size() > sortable
                        ? FiltroVentas.DEFAULT_ORDERING
                        : filtro.ordering();
        return new PaginaVentas(all.size(), next, null, all.subList(from, to), order);
    }

    @Override
    public Anclas anchors(FiltroVentas filtro, int every) throws IOException {
        var count = page(filtro, null, 1).count();
        var anchors = new ArrayList<Ancla>();
        for (var row = 0L; row < count; row += every) {
            anchors.add(new Ancla(row, Long.toString(row)));
        }
        return new Anclas(count, every, anchors);
    }

    @Override
    public VentaDetalle one(long id) throws IOException {
        arrive();
        var venta = sales.get(id);
        if (venta == null) {
            throw ProblemException.of(ProblemCode.NO_ENCONTRADO);
        }
        return venta;
    }

    @Override
    public List<CambioVenta> history(long id) throws IOException {
        arrive();
        return List.of(
                new CambioVenta(1, Samples.NOW, 7L, "Ana", "ventas.registrar", List.of(), null));
    }

    @Override
    public String reveal(long id, String campo) throws IOException {
        arrive();
        return "52814337";
    }

    @Override
    public List<Plan> plans() throws IOException {
        arrive();
        return List.of(
                Samples.plan(7, "Pospago 40 GB Ilimitado"),
                Samples.plan(8, "Pospago 10 GB (2025)", "inactivo"));
    }

    @Override
    public List<Persona> agents() throws IOException {
        arrive();
        return List.of(new Persona(11, "Yesid Cárdenas"));
    }

    @Override
    public VentaDetalle create(VentaDatos datos, String key, @Nullable String exception)
            throws IOException {
        written.add(datos);
        keys.add(key);
        exceptions.add(String.valueOf(exception));
        arrive();
        return answered.computeIfAbsent(
                key,
                fresh -> {
                    var venta =
                            Samples.venta(
                                    1000L + answered.size(),
                                    trastienda.shared.ventas.EstadoVenta.PENDIENTE_REVISION,
                                    1);
                    sales.put(venta.id(), venta);
                    return venta;
                });
    }

    @Override
    public VentaDetalle correct(long id, VentaDatos datos, String key) throws IOException {
        written.add(datos);
        keys.add(key);
        arrive();
        return one(id);
    }
}
