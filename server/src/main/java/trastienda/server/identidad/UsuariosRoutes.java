package trastienda.server.identidad;

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
import trastienda.shared.http.Paths;
import trastienda.shared.identidad.ClaveNueva;
import trastienda.shared.identidad.FilaImportada;
import trastienda.shared.identidad.Grupo;
import trastienda.shared.identidad.Permiso;
import trastienda.shared.identidad.Usuario;
import trastienda.shared.identidad.UsuarioCambio;
import trastienda.shared.problem.FieldError;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;
import trastienda.shared.problem.Regla;
import trastienda.shared.text.SharedText;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/// `/api/v1/usuarios/…`.
final class UsuariosRoutes {
    private static final String TAG = "usuarios";
    private final UsuariosRules rules;
    private final UsuariosImport imports;

    UsuariosRoutes(UsuariosRules rules, UsuariosImport imports) {
        this.rules = rules;
        this.imports = imports;
    }

    void addTo(Routes routes) {
        var admin = Access.needs(Permiso.USUARIOS_ADMINISTRAR);
        routes.on(
                        HandlerType.GET,
                        Paths.USUARIOS,
                        Access.needs(
                                Permiso.USUARIOS_ADMINISTRAR,
                                Permiso.VENTAS_VER_TODAS,
                                Permiso.VENTAS_VER_EQUIPO))
                .tag(TAG)
                .summary(
                        "People; who sees sales of others gets id, username and nombre of grupo"
                                + " asesor only, a supervisor those of their teams")
                .query("q", "string", "part of the name, username or e-mail")
                .query("grupo", "string", "a group's name")
                .query("activo", "boolean", "only enabled or disabled ones")
                .query("page", "integer", "page number")
                .query("page_size", "integer", "1 to 200")
                .answers(200, Shape.PAGE, Usuario.class)
                .handle(this::list);
        routes.on(HandlerType.POST, Paths.USUARIOS, admin)
                .tag(TAG)
                .summary("Create a person; the password is changed at the first sign-in")
                .body(UsuarioCambio.class)
                .answers(201, Shape.ONE, Usuario.class)
                .handle(
                        ctx -> {
                            var wanted = Requests.body(ctx, UsuarioCambio.class);
                            ctx.status(201).json(rules.create(Requests.actor(ctx), wanted));
                        });
        routes.on(HandlerType.GET, Paths.USUARIO, admin)
                .tag(TAG)
                .summary("One person")
                .answers(200, Shape.ONE, Usuario.class)
                .handle(ctx -> ctx.json(rules.find(Requests.id(ctx, "id"))));
        routes.on(HandlerType.PATCH, Paths.USUARIO, admin)
                .visibleWhen(this::exists)
                .tag(TAG)
                .summary("Change or disable a person; a null field stays as it is")
                .body(UsuarioCambio.class)
                .answers(200, Shape.ONE, Usuario.class)
                .handle(
                        ctx -> {
                            var wanted = Requests.body(ctx, UsuarioCambio.class);
                            var id = Requests.id(ctx, "id");
                            ctx.json(rules.change(Requests.actor(ctx), id, wanted));
                        });
        routes.on(HandlerType.POST, Paths.USUARIO_CLAVE, admin)
                .visibleWhen(this::exists)
                .tag(TAG)
                .summary("Set a new password, shown once; ends the person's sessions")
                .answers(200, Shape.ONE, ClaveNueva.class)
                .handle(ctx -> ctx.json(rules.reset(Requests.actor(ctx), Requests.id(ctx, "id"))));
        routes.on(HandlerType.POST, Paths.USUARIOS_IMPORTAR, admin)
                .tag(TAG)
                .summary(
                        "Import people from CSV (username, nombre, email, grupos, clave); all rows"
                                + " or none, or only the good ones")
                .query("solo_buenas", "boolean", "create the good rows although others are wrong")
                .raw("text/csv")
                .within(Duration.ofMinutes(3))
                .answers(200, Shape.LIST, FilaImportada.class)
                .handle(this::importCsv);
    }

    /// Only an administrator is told which people there are; others lack the permission for all.
    private boolean exists(Context ctx, Principal principal) {
        return !principal.may(Permiso.USUARIOS_ADMINISTRAR)
                || rules.find(Requests.id(ctx, "id")).id() > 0;
    }

    private void list(Context ctx) {
        var query = Query.of(ctx);
        var asked = Paging.asked(query);
        if (asked.cursor() != null) {
            query.error(FieldError.of("cursor", Regla.CURSOR_INVALIDO));
        }
        var text = query.text("q");
        var group = query.text("grupo");
        if (group != null && Grupo.of(group).isEmpty()) {
            query.error(FieldError.of("grupo", Regla.GRUPO_DESCONOCIDO, group));
        }
        var active = query.bool("activo");
        query.oneOf("ordering", Set.of("username"), Regla.ORDEN_DESCONOCIDO);
        query.check();
        var principal = Requests.principal(ctx);
        var administers = principal.may(Permiso.USUARIOS_ADMINISTRAR);
        if (!administers && !Grupo.ASESOR.nombre().equalsIgnoreCase(group)) {
            throw ProblemException.of(ProblemCode.SIN_PERMISO);
        }
        var filter =
                new CuentasRepository.Filter(
                        text,
                        group == null ? null : group.toLowerCase(Locale.ROOT),
                        active,
                        teamsOnly(principal));
        var skip = (asked.page() == null ? 0L : asked.page() - 1L) * asked.size();
        var slice =
                administers
                        ? rules.list(filter, asked.size(), skip)
                        : rules.names(filter, asked.size(), skip);
        ctx.json(Paging.byPage(ctx, asked, slice.count(), slice.rows()));
    }

    /// Who sees the sales of their teams alone also sees their people alone.
    private static @Nullable Long teamsOnly(Principal principal) {
        if (principal.may(Permiso.USUARIOS_ADMINISTRAR)
                || principal.may(Permiso.VENTAS_VER_TODAS)) {
            return null;
        }
        // a program belongs to no team
        if (principal instanceof Principal.User user) {
            return user.id();
        }
        throw ProblemException.of(ProblemCode.SIN_PERMISO);
    }

    private void importCsv(Context ctx) {
        var query = Query.of(ctx);
        var onlyGood = Boolean.TRUE.equals(query.bool("solo_buenas"));
        query.check();
        var text = Requests.text(ctx, "text/csv");
        var locale = Requests.locale(ctx);
        ctx.json(
                imports.run(Requests.actor(ctx), text, onlyGood).stream()
                        .map(row -> worded(row, locale))
                        .toList());
    }

    /// With what its errors mean in the caller's language.
    private static FilaImportada worded(FilaImportada row, Locale locale) {
        var errors =
                row.errores().stream()
                        .map(error -> error.withMensaje(SharedText.of(locale, error)))
                        .toList();
        return new FilaImportada(row.linea(), row.username(), row.creada(), errors, row.clave());
    }
}
