package trastienda.server.identidad;

import trastienda.server.platform.auth.Authenticator;
import trastienda.server.platform.db.Database;
import trastienda.server.platform.http.Routes;

import java.time.Clock;

/// People and sessions: gives the server its [Authenticator], other features [People].
public final class IdentidadFeature {
    private final People people;
    private final Sessions sessions;
    private final UsuariosRules users;
    private final IdentidadRoutes identidadRoutes;
    private final UsuariosRoutes usuariosRoutes;

    public IdentidadFeature(Database db, Clock clock) {
        var rules = new SignIn.Rules(IdentidadSettings.CONTRACT, clock);
        var accounts = new CuentasRepository();
        var stored = new SesionesRepository();
        var passwords = new Passwords();
        var keys = new LlavesServicio(db, clock);
        people = new StoredPeople(db);
        sessions = new Sessions(db, stored, keys, rules.settings(), clock);
        users = new UsuariosRules(db, accounts, stored, sessions, passwords, rules);
        var signIn = new SignIn(db, accounts, stored, sessions, passwords, rules);
        var own = new OwnSessions(db, stored, sessions, rules);
        identidadRoutes = new IdentidadRoutes(signIn, own, sessions, keys);
        usuariosRoutes = new UsuariosRoutes(users, new UsuariosImport(db, users, passwords));
    }

    /// Adds this feature's routes.
    public void routes(Routes routes) {
        identidadRoutes.addTo(routes);
        usuariosRoutes.addTo(routes);
    }

    /// Who a request is from.
    public Authenticator authenticator() {
        return sessions;
    }

    /// People, for other features.
    public People people() {
        return people;
    }

    /// Forgets what tokens stand for; called when an event says that people or sessions changed.
    public void forget() {
        sessions.forgetAll();
    }

    /// Makes an administrator; returns the id.
    ///
    /// @throws trastienda.shared.problem.ProblemException when name or password break a rule
    public long createAdmin(String username, String password) {
        return users.createAdmin(username, password);
    }
}
