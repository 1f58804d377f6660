package trastienda.server.ventas;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;

import org.jspecify.annotations.Nullable;

import trastienda.server.platform.auth.Principal;
import trastienda.server.platform.http.Access;
import trastienda.server.platform.http.Paging;
import trastienda.server.platform.http.Query;
import trastienda.server.platform.http.Requests;
import trastienda.server.platform.http.Route.Shape;
import trastienda.server.platform.http.Routes;
import trastienda.shared.http.Headers;
import trastienda.shared.http.Paths;
import trastienda.shared.identidad.Permiso;
import trastienda.shared.problem.FieldError;
import trastienda.shared.problem.Regla;
import trastienda.shared.ventas.Anclas;
import trastienda.shared.ventas.CambioVenta;
import trastienda.shared.ventas.DatoVenta;
import trastienda.shared.ventas.EstadoVenta;
import trastienda.shared.ventas.FiltroVentas;
import trastienda.shared.ventas.PaginaVentas;
import trastienda.shared.ventas.Plan;
import trastienda.shared.ventas.SearchWords;
import trastienda.shared.ventas.VentaDatos;
import trastienda.shared.ventas.VentaDetalle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;

/// `/api/v1/ventas/…` and `/api/v1/planes/`.
final class VentasRoutes {
    private static final String TAG = "ventas";
    private static final int LEAST_STEP = 100;
    private static final int MOST_STEP = 100_000;
    private static final int STEP = 5000;

    private final VentasList list;
    private final DatabaseVentas ventas;
    private final KeyedWrites writes;
    private final History history;
    private final Plans plans;

    VentasRoutes(
            VentasList list,
            DatabaseVentas ventas,
            KeyedWrites writes,
            History history,
            Plans plans) {
        this.list = list;
        this.ventas = ventas;
        this.writes = writes;
        this.history = history;
        this.plans = plans;
    }

    void declare(Routes routes) {
        lists(routes);
        one(routes);
        routes.on(HandlerType.GET, Paths.PLANES, Access.needs(Permiso.PLANES_VER))
                .summary("The plans that can be sold; all of them for who may edit plans")
                .tag(TAG)
                .answers(200, Shape.LIST, Plan.class)
                .handle(ctx -> ctx.json(plans.list(Requests.principal(ctx))));
    }

    private void lists(Routes routes) {
        filters(routes.on(HandlerType.GET, Paths.VENTAS, Access.needs(Permiso.VENTAS_VER)))
                .query("page", "integer", "Page number from 1, for old clients")
                .query("page_size", "integer", "Rows per page, 1 to 200, 50 by default")
                .query("cursor", "string", "Where to go on, from next, previous or anclas")
                .summary("The sales one may see, filtered and sorted, page by page")
                .tag(TAG)
                .answers(200, Shape.ONE, PaginaVentas.class)
                .handle(this::page);
        filters(routes.on(HandlerType.GET, Paths.VENTAS_ANCLAS, Access.needs(Permiso.VENTAS_VER)))
                .query(
                        "cada",
                        "integer",
                        "Rows between two anchors, 100 to 100000, 5000 by default")
                .summary("Cursors into the list at regular distances, to scroll anywhere at once")
                .tag(TAG)
                .answers(200, Shape.ONE, Anclas.class)
                .handle(this::anchors);
    }

    private void one(Routes routes) {
        routes.on(HandlerType.POST, Paths.VENTAS, Access.needs(Permiso.VENTAS_REGISTRAR))
                .summary("Register a sale")
                .tag(TAG)
                .header(Headers.IDEMPOTENCY_KEY, false, "Makes one sale of it however often sent")
                .query(
                        "excepcion",
                        "string",
                        "linea_activa: although its line has an active sale; for supervisors")
                .header(Headers.REASON, false, "Why the exception is made, percent-encoded UTF-8")
                .body(VentaDatos.class)
                .answers(201, Shape.ONE, VentaDetalle.class)
                .handle(this::register);
        routes.on(HandlerType.GET, Paths.VENTA, Access.needs(Permiso.VENTAS_VER))
                .summary("A sale with what one may do with it")
                .tag(TAG)
                .answers(200, Shape.ONE, VentaDetalle.class)
                .handle(
                        ctx ->
                                ctx.json(
                                        Worded.of(
                                                ventas.detail(
                                                        Requests.principal(ctx),
                                                        Requests.id(ctx, "id")),
                                                Requests.locale(ctx))));
        routes.on(HandlerType.PATCH, Paths.VENTA, Access.needs(Permiso.VENTAS_CORREGIR))
                .visibleWhen(this::sees)
                .summary("Correct a sale; a returned one goes back to review")
                .tag(TAG)
                .header(Headers.IDEMPOTENCY_KEY, false, "Corrects once however often sent")
                .body(VentaDatos.class)
                .answers(200, Shape.ONE, VentaDetalle.class)
                .handle(
                        ctx -> {
                            var id = Requests.id(ctx, "id");
                            var wish = wish(ctx, null);
                            send(
                                    ctx,
                                    writes.correct(
                                            Requests.actor(ctx),
                                            ctx.header(Headers.IDEMPOTENCY_KEY),
                                            id,
                                            wish,
                                            Requests.locale(ctx)));
                        });
        routes.on(HandlerType.GET, Paths.VENTA_HISTORIAL, Access.needs(Permiso.VENTAS_VER))
                .visibleWhen(this::sees)
                .summary("What was done to a sale and its files, newest first")
                .tag(TAG)
                .answers(200, Shape.LIST, CambioVenta.class)
                .handle(
                        ctx ->
                                ctx.json(
                                        history.of(
                                                Requests.principal(ctx), Requests.id(ctx, "id"))));
        routes.on(HandlerType.GET, Paths.VENTA_DATO, Access.needs(Permiso.VENTAS_VER_DATO))
                .visibleWhen(this::sees)
                .summary("One sensitive value of a sale; each look is audited")
                .tag(TAG)
                .answers(200, Shape.ONE, DatoVenta.class)
                .handle(
                        ctx ->
                                ctx.json(
                                        ventas.dato(
                                                Requests.actor(ctx),
                                                Requests.id(ctx, "id"),
                                                ctx.pathParam("campo"))));
    }

    private boolean sees(Context ctx, Principal principal) {
        return history.isSeen(principal, Requests.id(ctx, "id"));
    }

    private static Routes.Builder filters(Routes.Builder route) {
        return route.query(
                        "q",
                        "string",
                        "Words that begin so in name, plan or order; numbers of document, phone or"
                                + " order that begin or end so, or, for who sees them masked, that"
                                + " are so or end in up to four digits that are so")
                .query("estado", "string", "State of the sale")
                .query("agente", "integer", "Id of the agent")
                .query("plan", "integer", "Id of the plan")
                .query("fecha_desde", "date", "First day of creation")
                .query("fecha_hasta", "date", "Last day of creation")
                .query("con_confronta", "boolean", "With or without a confronta")
                .query("por_subir", "boolean", "Whether its confronta waits for the store")
                .query(
                        "ordering",
                        "string",
                        "A column, with - in front for descending; a text that more than 200 sales"
                                + " have is answered by -fecha_creacion, and says so in orden");
    }

    private void page(Context ctx) {
        var query = Query.of(ctx);
        var asked = Paging.asked(query);
        var filtro = filter(query);
        query.check();
        var principal = Requests.principal(ctx);
        var number = asked.page();
        var slice =
                number != null
                        ? list.byPage(principal, filtro, asked.size(), number)
                        : list.byCursor(principal, filtro, asked.size(), asked.cursor());
        var page =
                number != null
                        ? Paging.byPage(ctx, asked, slice.count(), slice.rows())
                        : Paging.byCursor(
                                ctx, slice.count(), slice.next(), slice.previous(), slice.rows());
        ctx.json(PaginaVentas.of(page, slice.ordering()));
    }

    private void register(Context ctx) {
        var query = Query.of(ctx);
        var exception =
                query.oneOf("excepcion", Set.of("linea_activa"), Regla.OPCION_INVALIDA) != null;
        query.check();
        var reason = Requests.decodedHeader(ctx, Headers.REASON);
        var answer =
                writes.register(
                        Requests.actor(ctx),
                        ctx.header(Headers.IDEMPOTENCY_KEY),
                        wish(ctx, !exception ? null : reason == null ? "" : reason),
                        Requests.locale(ctx));
        ctx.header("Location", Paths.fill(Paths.VENTA, answer.id()));
        send(ctx, answer);
    }

    private static KeyedWrites.Wish wish(Context ctx, @Nullable String exception) {
        var unread = new ArrayList<FieldError>();
        var datos = Requests.body(ctx, VentaDatos.class, unread);
        var wrong = new Wrongs();
        wrong.addAll(unread);
        return new KeyedWrites.Wish(datos, wrong, exception);
    }

    private static void send(Context ctx, KeyedWrites.Answer answer) {
        ctx.status(answer.status()).contentType("application/json").result(answer.body());
    }

    private void anchors(Context ctx) {
        var query = Query.of(ctx);
        var step = query.integer("cada", LEAST_STEP, MOST_STEP);
        var filtro = filter(query);
        query.check();
        ctx.json(list.anchors(Requests.principal(ctx), filtro, step == null ? STEP : step));
    }

    private static FiltroVentas filter(Query query) {
        var text = query.text("q");
        if (text != null && text.length() > SearchWords.LONGEST) {
            query.error(FieldError.of("q", Regla.LARGO_MAXIMO, SearchWords.LONGEST));
        } else if (text != null && !SearchWords.enough(text)) {
            query.error(FieldError.of("q", Regla.BUSQUEDA_CORTA, SearchWords.SHORTEST));
        }
        var from = query.date("fecha_desde");
        var to = query.date("fecha_hasta");
        if (from != null && to != null && to.isBefore(from)) {
            query.error(FieldError.of("fecha_hasta", Regla.RANGO_INVERTIDO));
        }
        var ordering = query.oneOf("ordering", orderings(), Regla.ORDEN_DESCONOCIDO);
        return new FiltroVentas(
                text,
                query.oneOf("estado", EstadoVenta.class),
                query.id("agente"),
                query.id("plan"),
                from,
                to,
                query.bool("con_confronta"),
                query.bool("por_subir"),
                ordering == null ? FiltroVentas.DEFAULT_ORDERING : ordering);
    }

    private static Set<String> orderings() {
        var all = new HashSet<String>(FiltroVentas.ORDERINGS);
        FiltroVentas.ORDERINGS.forEach(column -> all.add("-" + column));
        return all;
    }
}
