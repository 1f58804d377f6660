package trastienda.server.confrontas;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import trastienda.server.confrontas.Resubidas.Outcome;
import trastienda.server.platform.auth.Principal;
import trastienda.server.platform.http.Access;
import trastienda.server.platform.http.Requests;
import trastienda.server.platform.http.Route.Shape;
import trastienda.server.platform.http.Routes;
import trastienda.server.ventas.VentaAccess;
import trastienda.server.ventas.Worded;
import trastienda.shared.confrontas.ArchivoLimits;
import trastienda.shared.confrontas.Motivo;
import trastienda.shared.confrontas.Resubida;
import trastienda.shared.http.Headers;
import trastienda.shared.http.Paths;
import trastienda.shared.identidad.Permiso;
import trastienda.shared.json.Json;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;
import trastienda.shared.text.SharedText;
import trastienda.shared.ventas.VentaDatos;
import trastienda.shared.ventas.VentaDetalle;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.ResourceBundle;

/// The five `/telefonica/venta/…` routes of seed 000, for programs: JSON where the seed had pages.
final class SeedRoutes {
    private static final Duration TRAVEL_TIME = Duration.ofMinutes(15);
    private static final String TAG = "telefonica";
    private static final String RETRY_SECONDS = "60";

    private final VentaAccess sales;
    private final SeedForms forms;
    private final Downloads downloads;
    private final Resubidas resubidas;

    SeedRoutes(VentaAccess sales, SeedForms forms, Downloads downloads, Resubidas resubidas) {
        this.sales = sales;
        this.forms = forms;
        this.downloads = downloads;
        this.resubidas = resubidas;
    }

    void declare(Routes routes) {
        routes.on(HandlerType.POST, Paths.SEED_CREAR, Access.needs(Permiso.VENTAS_REGISTRAR))
                .drf()
                .within(TRAVEL_TIME)
                .summary("Registers a sale from a form, with its confronta")
                .header(Headers.IDEMPOTENCY_KEY, false, "one sale and one file per key")
                .form(VentaDatos.class, SeedForms.FILE)
                .answers(201, Shape.ONE, VentaDetalle.class)
                .tag(TAG)
                .handle(this::register);
        routes.on(HandlerType.POST, Paths.SEED_CORREGIR, Access.needs(Permiso.VENTAS_CORREGIR))
                .drf()
                .visibleWhen(this::sees)
                .within(TRAVEL_TIME)
                .summary("Corrects a sale from a form; its confronta may be replaced")
                .header(Headers.IDEMPOTENCY_KEY, false, "one correction and one file per key")
                .form(VentaDatos.class, SeedForms.FILE)
                .answers(200, Shape.ONE, VentaDetalle.class)
                .tag(TAG)
                .handle(this::correct);
        routes.on(HandlerType.GET, Paths.SEED_DETALLE, Access.needs(Permiso.VENTAS_VER))
                .drf()
                .visibleWhen(this::sees)
                .summary("A sale")
                .answers(200, Shape.ONE, VentaDetalle.class)
                .tag(TAG)
                .handle(
                        ctx ->
                                ctx.json(
                                        Worded.of(
                                                forms.detail(Requests.actor(ctx), id(ctx)),
                                                Requests.locale(ctx))));
        routes.on(HandlerType.GET, Paths.SEED_DESCARGAR, Access.needs(Permiso.ARCHIVOS_DESCARGAR))
                .drf()
                .visibleWhen(this::sees)
                .summary("Sends to a temporary address of the confronta")
                .answers(302, Shape.NOTHING)
                .tag(TAG)
                .handle(this::download);
        routes.on(HandlerType.POST, Paths.SEED_RESUBIR, Access.needs(Permiso.ARCHIVOS_RESUBIR))
                .drf()
                .visibleWhen(this::sees)
                .within(TRAVEL_TIME)
                .summary("Forces the confronta into the object store; the body is optional")
                .optionalBody(Motivo.class)
                .answers(200, Shape.ONE, Resubida.class)
                .answers(409, Shape.ONE, Resubida.class)
                .answers(503, Shape.ONE, Resubida.class)
                .tag(TAG)
                .handle(this::force);
    }

    private boolean sees(Context ctx, Principal principal) {
        return sales.require(principal, id(ctx)).id() > 0;
    }

    private void register(Context ctx) throws IOException {
        try (var form = form(ctx)) {
            answer(ctx, 201, forms.register(Requests.actor(ctx), form, key(ctx)));
        }
    }

    private void correct(Context ctx) throws IOException {
        try (var form = form(ctx)) {
            answer(ctx, 200, forms.correct(Requests.actor(ctx), id(ctx), form, key(ctx)));
        }
    }

    private static void answer(Context ctx, int status, SeedForms.Saved saved) {
        var worded = Worded.of(saved.venta(), Requests.locale(ctx));
        var body = Json.mapper().<ObjectNode>valueToTree(worded);
        var failure = saved.failure();
        if (failure != null) {
            body.put("advertencia", SharedText.of(Requests.locale(ctx), failure.code()));
            var after = failure.retryAfter();
            if (after != null) {
                // the same form under the same key goes on with the file alone
                ctx.header("Retry-After", String.valueOf(Math.max(1, after.toSeconds())));
            }
        }
        ctx.status(status).json(body);
    }

    private void download(Context ctx) {
        var location =
                switch (downloads.address(Requests.actor(ctx), id(ctx))) {
                    case Downloads.Address.OfStore(var uri) -> uri.toString();
                    case Downloads.Address.OfOurs(var token) ->
                            Requests.base(ctx) + Paths.ENLACE.replace("{token}", token);
                };
        ctx.status(302).header("Location", location);
    }

    private void force(Context ctx) {
        var outcome = resubidas.force(Requests.actor(ctx), id(ctx), motivo(ctx));
        switch (outcome) {
            case Outcome.Stored(var said, var url) -> {
                var message = text(ctx, said.name().toLowerCase(Locale.ROOT));
                ctx.json(new Resubida(true, message, url, null));
            }
            case Outcome.Nothing() -> refuse(ctx, ProblemCode.NADA_QUE_SUBIR, "nothing");
            case Outcome.Later(var storeAway) -> {
                ctx.header("Retry-After", RETRY_SECONDS);
                if (storeAway) {
                    refuse(ctx, ProblemCode.REPOSITORIO_NO_DISPONIBLE, "away");
                } else {
                    refuse(ctx, ProblemCode.EN_PROCESO, "running");
                }
            }
        }
    }

    /// The seed's body, or the problem for who asks for it.
    private static void refuse(Context ctx, ProblemCode code, String key) {
        if (Requests.asksForProblem(ctx)) {
            throw ProblemException.of(code);
        }
        ctx.status(code.status()).json(new Resubida(false, null, null, text(ctx, key)));
    }

    private static @Nullable String motivo(Context ctx) {
        return ctx.req().getContentLengthLong() > 0 || ctx.header("Transfer-Encoding") != null
                ? Requests.body(ctx, Motivo.class).motivo()
                : Requests.decodedHeader(ctx, Headers.REASON);
    }

    private SeedForms.Form form(Context ctx) throws IOException {
        var boundary = MultipartReader.boundary(ctx.contentType());
        if (boundary == null) {
            throw ProblemException.of(ProblemCode.TIPO_NO_SOPORTADO);
        }
        if (ctx.req().getContentLengthLong() > ArchivoLimits.MAX_BYTES + SeedForms.MARGIN) {
            throw Receiver.tooLarge(SeedForms.FILE, ArchivoLimits.MAX_BYTES);
        }
        return forms.read(ctx.req().getInputStream(), boundary);
    }

    private static @Nullable ClientKey key(Context ctx) {
        return ClientKey.of(Requests.principal(ctx), ctx.header(Headers.IDEMPOTENCY_KEY));
    }

    private static long id(Context ctx) {
        return Requests.id(ctx, "id");
    }

    private static String text(Context ctx, String key) {
        return ResourceBundle.getBundle(
                        "trastienda.server.confrontas.resubida",
                        Requests.locale(ctx),
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString(key);
    }
}
