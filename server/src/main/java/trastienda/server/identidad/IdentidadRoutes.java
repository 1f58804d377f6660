package trastienda.server.identidad;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;

import trastienda.server.platform.auth.Principal;
import trastienda.server.platform.http.Access;
import trastienda.server.platform.http.Requests;
import trastienda.server.platform.http.Route.Shape;
import trastienda.server.platform.http.Routes;
import trastienda.shared.http.Headers;
import trastienda.shared.http.Paths;
import trastienda.shared.identidad.CambioClave;
import trastienda.shared.identidad.Credenciales;
import trastienda.shared.identidad.LlaveNueva;
import trastienda.shared.identidad.LlaveServicio;
import trastienda.shared.identidad.Permiso;
import trastienda.shared.identidad.RefreshToken;
import trastienda.shared.identidad.SesionAbierta;
import trastienda.shared.identidad.Tokens;
import trastienda.shared.identidad.Yo;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;
import trastienda.shared.problem.Regla;

import java.util.function.LongSupplier;

/// `/api/v1/auth/…` and `/api/v1/llaves/…`.
final class IdentidadRoutes {
    private static final String TAG = "identidad";
    private final SignIn signIn;
    private final OwnSessions own;
    private final Sessions sessions;
    private final LlavesServicio keys;

    IdentidadRoutes(SignIn signIn, OwnSessions own, Sessions sessions, LlavesServicio keys) {
        this.signIn = signIn;
        this.own = own;
        this.sessions = sessions;
        this.keys = keys;
    }

    void addTo(Routes routes, LongSupplier lastEvent) {
        routes.on(HandlerType.POST, Paths.LOGIN, Access.anonymous())
                .drf()
                .tag(TAG)
                .tag("anonima")
                .summary("Sign in with name and password")
                .body(Credenciales.class)
                .answers(200, Shape.ONE, Tokens.class)
                .handle(this::login);
        routes.on(HandlerType.POST, Paths.REFRESH, Access.anonymous())
                .drf()
                .tag(TAG)
                .tag("anonima")
                .summary("Exchange a refresh token for a new pair; each works once")
                .header(Headers.INPUT_AGE, false, "seconds since the person's last input")
                .body(RefreshToken.class)
                .answers(200, Shape.ONE, Tokens.class)
                .handle(this::refresh);
        routes.on(HandlerType.POST, Paths.LOGOUT, Access.signedInBeforePasswordChange())
                .drf()
                .tag(TAG)
                .summary("End this session")
                .answers(204, Shape.NOTHING)
                .handle(this::logout);
        routes.on(HandlerType.POST, Paths.PASSWORD, Access.signedInBeforePasswordChange())
                .drf()
                .tag(TAG)
                .summary("Change one's own password; other sessions end")
                .body(CambioClave.class)
                .answers(204, Shape.NOTHING)
                .handle(this::password);
        routes.on(HandlerType.GET, Paths.ME, Access.signedInBeforePasswordChange())
                .drf()
                .tag(TAG)
                .summary("Who is signed in and what they may do")
                .answers(200, Shape.ONE, Yo.class)
                .handle(ctx -> ctx.json(own.me(Requests.user(ctx), lastEvent.getAsLong())));
        routes.on(HandlerType.GET, Paths.SESSIONS, Access.signedIn())
                .drf()
                .tag(TAG)
                .summary("One's own open sessions")
                .answers(200, Shape.LIST, SesionAbierta.class)
                .handle(ctx -> ctx.json(own.list(Requests.user(ctx))));
        routes.on(HandlerType.DELETE, Paths.SESSION, Access.signedIn())
                .drf()
                .tag(TAG)
                .summary("End one of one's own sessions")
                .answers(204, Shape.NOTHING)
                .handle(this::endSession);
        addKeysTo(routes);
    }

    private void addKeysTo(Routes routes) {
        var access = Access.needs(Permiso.USUARIOS_ADMINISTRAR);
        routes.on(HandlerType.GET, Paths.LLAVES, access)
                .tag(TAG)
                .summary("Keys of programs, never the key itself")
                .answers(200, Shape.LIST, LlaveServicio.class)
                .handle(ctx -> ctx.json(keys.list()));
        routes.on(HandlerType.POST, Paths.LLAVES, access)
                .tag(TAG)
                .summary(
                        "Make a key for a program; shown once. A program that reads sales needs"
                                + " ventas.ver and ventas.ver_todas: it has no sales of its own")
                .body(LlaveNueva.class)
                .answers(201, Shape.ONE, LlaveServicio.class)
                .handle(
                        ctx -> {
                            onlyPeople(ctx);
                            var wanted = Requests.body(ctx, LlaveNueva.class);
                            ctx.status(201).json(keys.create(Requests.actor(ctx), wanted));
                        });
        routes.on(HandlerType.POST, Paths.LLAVE_REVOCAR, access)
                .tag(TAG)
                .summary("Revoke a program's key")
                .answers(204, Shape.NOTHING)
                .handle(
                        ctx -> {
                            keys.revoke(Requests.actor(ctx), Requests.id(ctx, "id"));
                            ctx.status(204);
                        });
    }

    private void login(Context ctx) {
        var given = Requests.body(ctx, Credenciales.class);
        ctx.json(signIn.signIn(given, Requests.actor(ctx)));
    }

    private void refresh(Context ctx) {
        var given = Requests.body(ctx, RefreshToken.class);
        if (given.refreshToken() == null || given.refreshToken().isBlank()) {
            throw ProblemException.field(
                    ProblemCode.DATOS_INVALIDOS, "refresh_token", Regla.OBLIGATORIO);
        }
        ctx.json(
                sessions.refresh(
                        given.refreshToken(), Requests.inputAge(ctx), Requests.actor(ctx)));
    }

    private void logout(Context ctx) {
        own.end(Requests.user(ctx), Requests.user(ctx).sessionId(), Requests.actor(ctx));
        ctx.status(204);
    }

    private void password(Context ctx) {
        var change = Requests.body(ctx, CambioClave.class);
        signIn.changePassword(Requests.user(ctx), change, Requests.actor(ctx));
        ctx.status(204);
    }

    private void endSession(Context ctx) {
        own.end(Requests.user(ctx), Requests.id(ctx, "id"), Requests.actor(ctx));
        ctx.status(204);
    }

    /// A program must not make itself more keys.
    private static void onlyPeople(Context ctx) {
        if (!(Requests.principal(ctx) instanceof Principal.User)) {
            throw ProblemException.of(ProblemCode.SIN_PERMISO);
        }
    }
}
