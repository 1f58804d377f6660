package trastienda.server.identidad;

import trastienda.server.platform.auth.Authenticator;
import trastienda.server.platform.db.Database;
import trastienda.server.platform.events.EventListener;
import trastienda.server.platform.events.LoggedEvent;
import trastienda.server.platform.http.Routes;

import java.time.Clock;
import java.util.function.LongSupplier;

/// People and sessions: gives the server its [Authenticator].
public final class IdentidadFeature {
    private final Passwords passwords;
    private final Sessions sessions;
    private final UsuariosRules users;
    private final IdentidadRoutes identidadRoutes;
    private final UsuariosRoutes usuariosRoutes;

    public IdentidadFeature(Database db, Clock clock, HashCost cost) {
        var rules = new SignIn.Rules(IdentidadSettings.CONTRACT, clock);
        var accounts = new CuentasRepository();
        var stored = new SesionesRepository();
        passwords = new Passwords(Hashing.REAL, cost);
        var keys = new LlavesServicio(db, clock);
        sessions = new Sessions(db, stored, keys, rules.settings(), clock);
        users = new UsuariosRules(db, accounts, stored, sessions, passwords, rules);
        var signIn = new SignIn(db, accounts, stored, sessions, passwords, rules);
        var own = new OwnSessions(db, stored, sessions, rules);
        identidadRoutes = new IdentidadRoutes(signIn, own, sessions, keys);
        usuariosRoutes = new UsuariosRoutes(users, new UsuariosImport(db, users, passwords));
    }

    /// Adds this feature's routes.
    ///
    /// @param lastEvent the number of the last event that all see
    public void routes(Routes routes, LongSupplier lastEvent) {
        identidadRoutes.addTo(routes, lastEvent);
        usuariosRoutes.addTo(routes);
    }

    /// Who a request is from.
    public Authenticator authenticator() {
        return sessions;
    }

    /// Hears on every node that people or sessions changed, and forgets what it remembers of them.
    /// To be subscribed to the channels that [#hears].
    public EventListener changes() {
        return new EventListener() {
            @Override
            public void onEvent(LoggedEvent event) {
                if (event.topic().startsWith("identidad.")) {
                    sessions.forgetAll();
                }
            }

            @Override
            public void onResync(long seq) {
                sessions.forgetAll();
            }
        };
    }

    /// The channels that tell of people and sessions.
    public static boolean hears(String channel) {
        return channel.startsWith("user:");
    }

    /// Turns a password into what `auth_user.password` holds.
    public String hash(String password) {
        return passwords.hash(password);
    }

    /// Makes an administrator; returns the id.
    ///
    /// @throws trastienda.shared.problem.ProblemException when name or password break a rule
    public long createAdmin(String username, String password) {
        return users.createAdmin(username, password);
    }
}
