package trastienda.server.platform.http;

import io.javalin.http.Context;

import trastienda.server.platform.auth.Authenticator;
import trastienda.server.platform.auth.Principal;
import trastienda.shared.http.Paths;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Semaphore;

/// What every request passes before its handler: a free place, a time limit, a protocol that both
/// speak, authentication, and the permission of its route, in the contract's order: 401, 404, 403.
final class Gate {
    /// What tells a client of another protocol what it met.
    private static final Set<String> ANSWERS_ANYONE = Set.of(Paths.VERSION, Paths.HEALTH);

    private final Authenticator authenticator;
    private final Semaphore places;
    private final Deadlines deadlines;

    Gate(Authenticator authenticator, int places, Deadlines deadlines) {
        this.authenticator = authenticator;
        this.places = new Semaphore(places);
        this.deadlines = deadlines;
    }

    void handle(Route route, Context ctx) throws Exception {
        ctx.attribute(Requests.ROUTE, route);
        if (!places.tryAcquire()) {
            throw ProblemException.retry(ProblemCode.SOBRECARGA, Duration.ofSeconds(1));
        }
        try (var _ = deadlines.start(route.limits().time())) {
            if (!ANSWERS_ANYONE.contains(route.path())) {
                Requests.checkProtocol(ctx);
            }
            admit(route, ctx);
            route.handler().handle(ctx);
            EntityTags.apply(ctx);
        } finally {
            places.release();
        }
    }

    private void admit(Route route, Context ctx) {
        if (route.access() instanceof Access.Anonymous) {
            return;
        }
        var principal =
                authenticator.authenticate(ctx.header("Authorization"), Requests.inputAge(ctx));
        if (principal == null) {
            throw ProblemException.of(ProblemCode.NO_AUTENTICADO);
        }
        ctx.attribute(Requests.PRINCIPAL, principal);
        ctx.pathParamMap()
                .forEach(
                        (name, value) -> {
                            if (name.equals("id") || name.equals("aid")) {
                                Requests.id(value);
                            }
                        });
        if (!route.limits().visibility().sees(ctx, principal)) {
            throw ProblemException.of(ProblemCode.NO_ENCONTRADO);
        }
        permit(route.access(), principal);
    }

    private static void permit(Access access, Principal principal) {
        var early = access instanceof Access.SignedIn signedIn && signedIn.beforePasswordChange();
        if (principal instanceof Principal.User user && user.mustChangePassword() && !early) {
            throw ProblemException.of(ProblemCode.CAMBIO_DE_CLAVE_OBLIGATORIO);
        }
        var allowed =
                switch (access) {
                    case Access.Anonymous() -> true;
                    case Access.SignedIn _ -> principal instanceof Principal.User;
                    case Access.Needs(var anyOf) -> anyOf.stream().anyMatch(principal::may);
                };
        if (!allowed) {
            throw ProblemException.of(ProblemCode.SIN_PERMISO);
        }
    }
}
