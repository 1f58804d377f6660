package trastienda.server.confrontas;

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
import trastienda.server.ventas.VentaAccess;
import trastienda.shared.confrontas.ArchivoVenta;
import trastienda.shared.confrontas.Motivo;
import trastienda.shared.confrontas.TipoArchivo;
import trastienda.shared.http.Headers;
import trastienda.shared.http.Page;
import trastienda.shared.http.Paths;
import trastienda.shared.identidad.Permiso;
import trastienda.shared.json.WireEnum;
import trastienda.shared.problem.FieldError;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;
import trastienda.shared.problem.Regla;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/// `/api/v1/ventas/{id}/archivos/…` and our own links.
final class ConfrontasRoutes {
    private static final Duration TRAVEL_TIME = Duration.ofMinutes(15);
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final String TAG = "confrontas";

    private final VentaAccess sales;
    private final Uploads uploads;
    private final Downloads downloads;
    private final Confrontas confrontas;
    private final Enlaces enlaces;

    ConfrontasRoutes(
            VentaAccess sales,
            Uploads uploads,
            Downloads downloads,
            Confrontas confrontas,
            Enlaces enlaces) {
        this.sales = sales;
        this.uploads = uploads;
        this.downloads = downloads;
        this.confrontas = confrontas;
        this.enlaces = enlaces;
    }

    void declare(Routes routes) {
        upload(routes);
        routes.on(HandlerType.GET, Paths.VENTA_ARCHIVOS, Access.needs(Permiso.VENTAS_VER))
                .visibleWhen(this::sees)
                .summary("File history of a sale, newest first")
                .query("tipo", "string", "only files of this type")
                .query("page_size", "integer", "1 to 200, 50 by default")
                .query("cursor", "string", "where to go on")
                .answers(200, Shape.PAGE, ArchivoVenta.class)
                .tag(TAG)
                .handle(this::history);
        routes.on(
                        HandlerType.GET,
                        Paths.VENTA_ARCHIVO_CONTENIDO,
                        Access.needs(Permiso.ARCHIVOS_DESCARGAR))
                .visibleWhen(this::seesFile)
                .within(TRAVEL_TIME)
                .summary("The bytes of a file, whole or in parts; audited")
                .header("Range", false, "one range of bytes")
                .answers(200, Shape.BYTES)
                .tag(TAG)
                .handle(this::content);
        routes.on(
                        HandlerType.POST,
                        Paths.VENTA_ARCHIVO_ELIMINAR,
                        Access.needs(Permiso.ARCHIVOS_ELIMINAR))
                .visibleWhen(this::seesFile)
                .summary("Deletes a file, for a reason; it stays in the history")
                .body(Motivo.class)
                .answers(200, Shape.ONE, ArchivoVenta.class)
                .tag(TAG)
                .handle(this::delete);
        routes.on(HandlerType.GET, Paths.ENLACE, Access.anonymous())
                .within(TRAVEL_TIME)
                .summary("The bytes behind a temporary link; counted")
                .answers(200, Shape.BYTES)
                .tag(TAG)
                .handle(this::follow);
        routes.on(HandlerType.DELETE, Paths.ENLACE, Access.needs(Permiso.ARCHIVOS_ELIMINAR))
                .summary("Ends a temporary link")
                .answers(204, Shape.NOTHING)
                .tag(TAG)
                .handle(this::revoke);
    }

    private void upload(Routes routes) {
        routes.on(
                        HandlerType.PUT,
                        Paths.VENTA_ARCHIVOS,
                        Access.needs(Permiso.ARCHIVOS_SUBIR, Permiso.ARCHIVOS_SUBIR_CUALQUIERA))
                .visibleWhen(this::sees)
                .within(TRAVEL_TIME)
                .summary("Hands in a file of a sale as the raw body; it becomes the current one")
                .query("tipo", "string", "confronta by default")
                .header(Headers.FILE_NAME, true, "the file's own name, percent-encoded UTF-8")
                .header(Headers.CONTENT_SHA256, false, "SHA-256 of the bytes, hexadecimal")
                .header(Headers.IDEMPOTENCY_KEY, false, "makes the upload happen at most once")
                .raw("application/octet-stream")
                .answers(201, Shape.ONE, ArchivoVenta.class)
                .tag(TAG)
                .handle(this::put);
    }

    private boolean sees(Context ctx, Principal principal) {
        return sales.require(principal, Requests.id(ctx, "id")).id() > 0;
    }

    private boolean seesFile(Context ctx, Principal principal) {
        return sees(ctx, principal)
                && confrontas.has(Requests.id(ctx, "id"), Requests.id(ctx, "aid"));
    }

    private void put(Context ctx) throws IOException {
        var query = Query.of(ctx);
        var asked = type(query);
        query.check();
        var tipo = asked == null ? TipoArchivo.CONFRONTA : asked;
        var actor = Requests.actor(ctx);
        var upload =
                new Upload(
                        Requests.id(ctx, "id"),
                        tipo,
                        CleanName.of(name(ctx), tipo.wire()),
                        ctx.req().getContentLengthLong(),
                        sha256(ctx),
                        ClientKey.of(actor.principal(), ctx.header(Headers.IDEMPOTENCY_KEY)));
        var answer = uploads.take(actor, upload, () -> ctx.req().getInputStream());
        ctx.status(201).json(answer);
    }

    private void history(Context ctx) {
        var query = Query.of(ctx);
        var asked = Paging.asked(query);
        var tipo = type(query);
        var below = Long.MAX_VALUE;
        if (asked.cursor() != null) {
            if (asked.cursor().matches("[0-9]{1,18}")) {
                below = Long.parseLong(asked.cursor());
            } else {
                query.error(FieldError.of("cursor", Regla.CURSOR_INVALIDO));
            }
        }
        query.check();
        var slice =
                confrontas.history(
                        Requests.actor(ctx), Requests.id(ctx, "id"), tipo, below, asked.size());
        var next = slice.more() ? String.valueOf(slice.files().getLast().id()) : null;
        Page<ArchivoVenta> page = Paging.byCursor(ctx, slice.count(), next, null, slice.files());
        ctx.json(page);
    }

    private void content(Context ctx) throws IOException {
        var file =
                downloads.open(
                        Requests.actor(ctx), Requests.id(ctx, "id"), Requests.id(ctx, "aid"));
        FileRoutes.send(ctx, file);
    }

    private void delete(Context ctx) {
        var motivo = Requests.body(ctx, Motivo.class).motivo();
        ctx.json(
                confrontas.delete(
                        Requests.actor(ctx),
                        Requests.id(ctx, "id"),
                        Requests.id(ctx, "aid"),
                        motivo));
    }

    private void follow(Context ctx) throws IOException {
        FileRoutes.send(ctx, downloads.follow(Requests.actor(ctx), ctx.pathParam("token")));
    }

    private void revoke(Context ctx) {
        if (!enlaces.revoke(Requests.actor(ctx), ctx.pathParam("token"))) {
            throw ProblemException.of(ProblemCode.NO_ENCONTRADO);
        }
        ctx.status(204);
    }

    private static @Nullable TipoArchivo type(Query query) {
        var text = query.text("tipo");
        if (text == null) {
            return null;
        }
        var tipo = WireEnum.of(TipoArchivo.class, text);
        if (tipo.isEmpty()) {
            query.error(FieldError.of("tipo", Regla.OPCION_INVALIDA));
        }
        return tipo.orElse(null);
    }

    private static String name(Context ctx) {
        var sent = ctx.header(Headers.FILE_NAME);
        if (sent == null || sent.isBlank()) {
            throw ProblemException.field(
                    ProblemCode.PARAMETRO_INVALIDO, Headers.FILE_NAME, Regla.OBLIGATORIO);
        }
        return PercentText.decode(sent)
                .orElseThrow(
                        () ->
                                ProblemException.field(
                                        ProblemCode.PARAMETRO_INVALIDO,
                                        Headers.FILE_NAME,
                                        Regla.CARACTERES_INVALIDOS));
    }

    private static @Nullable String sha256(Context ctx) {
        var sent = ctx.header(Headers.CONTENT_SHA256);
        if (sent == null) {
            return null;
        }
        var text = sent.strip().toLowerCase(Locale.ROOT);
        if (!SHA256.matcher(text).matches()) {
            throw ProblemException.field(
                    ProblemCode.PARAMETRO_INVALIDO,
                    Headers.CONTENT_SHA256,
                    Regla.CARACTERES_INVALIDOS);
        }
        return text;
    }
}
