package trastienda.server.identidad;

import trastienda.server.platform.auth.Actor;
import trastienda.server.platform.auth.Principal;
import trastienda.server.platform.db.Database;
import trastienda.shared.identidad.Permiso;
import trastienda.shared.identidad.SesionAbierta;
import trastienda.shared.identidad.Yo;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;

import java.util.List;
import java.util.stream.Collectors;

/// What a person sees of themselves: who they are, and where else they are signed in.
final class OwnSessions {
    private final Database db;
    private final SesionesRepository repository;
    private final Sessions sessions;
    private final SignIn.Rules rules;

    OwnSessions(Database db, SesionesRepository repository, Sessions sessions, SignIn.Rules rules) {
        this.db = db;
        this.repository = repository;
        this.sessions = sessions;
        this.rules = rules;
    }

    Yo me(Principal.User person, long lastEvent) {
        var live =
                db.read(handle -> repository.byId(handle, person.sessionId()))
                        .orElseThrow(() -> ProblemException.of(ProblemCode.SESION_VENCIDA));
        return new Yo(
                person.id(),
                person.username(),
                person.fullName(),
                live.groups(),
                person.permisos().stream().map(Permiso::codigo).collect(Collectors.toSet()),
                live.mustChange(),
                live.ends(),
                lastEvent);
    }

    List<SesionAbierta> list(Principal.User person) {
        var now = rules.clock().instant();
        var since = now.minus(rules.settings().idle());
        return db.read(handle -> repository.openOf(handle, person.id(), now, since)).stream()
                .map(
                        open ->
                                new SesionAbierta(
                                        open.id(),
                                        open.created(),
                                        open.used(),
                                        open.from(),
                                        open.id() == person.sessionId()))
                .toList();
    }

    void end(Principal.User person, long session, Actor actor) {
        var ended = db.write(actor, tx -> sessions.end(tx, person.id(), session, null, "cerrada"));
        if (!ended) {
            throw ProblemException.of(ProblemCode.NO_ENCONTRADO);
        }
    }
}
