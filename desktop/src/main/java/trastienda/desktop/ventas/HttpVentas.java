package trastienda.desktop.ventas;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import trastienda.desktop.platform.api.ApiClient;
import trastienda.desktop.platform.api.ApiRequest;
import trastienda.desktop.platform.i18n.NaturalOrder;
import trastienda.shared.http.Headers;
import trastienda.shared.http.Page;
import trastienda.shared.http.Paths;
import trastienda.shared.json.Json;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;
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
import java.util.List;

/// The server's sales over HTTP.
record HttpVentas(ApiClient client) implements VentasApi {
    /// Learns how the answers are read, which takes longer than to read the first one.
    static void learn() {
        for (var type : List.of(PaginaVentas.class, VentaDetalle.class, CambioVenta.class)) {
            Json.mapper().readerFor(type);
        }
    }

    @Override
    public PaginaVentas page(FiltroVentas filtro, @Nullable String cursor, int size)
            throws IOException {
        return filtered(client.get(Paths.VENTAS), filtro)
                .query("page_size", size)
                .query("cursor", cursor)
                .as(PaginaVentas.class);
    }

    @Override
    public Anclas anchors(FiltroVentas filtro, int every) throws IOException {
        return filtered(client.get(Paths.VENTAS_ANCLAS), filtro)
                .query("cada", every)
                .as(Anclas.class);
    }

    private static ApiRequest filtered(ApiRequest request, FiltroVentas filtro) {
        return request.query("q", filtro.q())
                .query("estado", filtro.estado())
                .query("agente", filtro.agente())
                .query("plan", filtro.plan())
                .query("fecha_desde", filtro.fechaDesde())
                .query("fecha_hasta", filtro.fechaHasta())
                .query("con_confronta", filtro.conConfronta())
                .query("por_subir", filtro.porSubir())
                .query("ordering", filtro.ordering());
    }

    @Override
    public VentaDetalle one(long id) throws IOException {
        return client.get(Paths.fill(Paths.VENTA, id)).as(VentaDetalle.class);
    }

    @Override
    public List<CambioVenta> history(long id) throws IOException {
        return list(client.get(Paths.fill(Paths.VENTA_HISTORIAL, id)), CambioVenta.class);
    }

    @Override
    public String reveal(long id, String campo) throws IOException {
        var answer = client.get(Paths.fill(Paths.VENTA_DATO, id, campo)).as(JsonNode.class);
        return answer.path("valor").asString("");
    }

    @Override
    public List<Plan> plans() throws IOException {
        return list(client.get(Paths.PLANES), Plan.class).stream()
                .sorted(Comparator.comparing(Plan::nombrePlan, new NaturalOrder()))
                .toList();
    }

    @Override
    public List<Persona> agents() throws IOException {
        try {
            var found = new ArrayList<Persona>();
            var page = new Page<Persona>(0, Paths.USUARIOS, null, List.of());
            for (var number = 1; page.next() != null; number++) {
                page =
                        client.get(Paths.USUARIOS)
                                .query("grupo", "asesor")
                                .query("activo", true)
                                .query("page", number)
                                .query("page_size", Page.MAX_SIZE)
                                .as(new TypeReference<Page<Persona>>() {});
                found.addAll(page.results());
            }
            found.sort(Comparator.comparing(Persona::nombre, new NaturalOrder()));
            return List.copyOf(found);
        } catch (ProblemException refused) {
            if (refused.code() == ProblemCode.SIN_PERMISO) {
                return List.of();
            }
            throw refused;
        }
    }

    /// A plain list, or the rows of an envelope.
    private static <T> List<T> list(ApiRequest request, Class<T> type) throws IOException {
        var answer = request.as(JsonNode.class);
        var found = new ArrayList<T>();
        for (var row : answer.isArray() ? answer : answer.path("results")) {
            found.add(Json.mapper().treeToValue(row, type));
        }
        return List.copyOf(found);
    }

    @Override
    public VentaDetalle create(VentaDatos datos, String key, @Nullable String exception)
            throws IOException {
        return client.post(Paths.VENTAS)
                .query("excepcion", exception == null ? null : "linea_activa")
                .encodedHeader(Headers.REASON, exception)
                .once(key)
                .json(present(datos))
                .as(VentaDetalle.class);
    }

    @Override
    public VentaDetalle correct(long id, VentaDatos datos, String key) throws IOException {
        return client.patch(Paths.fill(Paths.VENTA, id))
                .once(key)
                .json(datos)
                .as(VentaDetalle.class);
    }

    private static JsonNode present(VentaDatos datos) {
        var tree = (ObjectNode) Json.mapper().valueToTree(datos);
        var empty = tree.propertyNames().stream().filter(name -> tree.path(name).isNull()).toList();
        empty.forEach(tree::remove);
        return tree;
    }
}
