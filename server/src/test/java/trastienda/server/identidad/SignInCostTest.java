package trastienda.server.identidad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import trastienda.server.platform.auth.Actor;
import trastienda.server.platform.auth.Principal;
import trastienda.server.platform.db.Databases;
import trastienda.server.testing.Pbkdf2;
import trastienda.server.testing.TestDatabase;
import trastienda.server.testing.TestServer;
import trastienda.shared.identidad.Credenciales;
import trastienda.shared.problem.ProblemException;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/// What an attempt to come in costs, in work instead of time.
class SignInCostTest {
    private static final String RIGHT = "Clave-de-prueba-1";

    private final Counted counted = new Counted();
    private TestDatabase database;
    private Databases databases;
    private SignIn door;

    private static final class Counted implements Hashing {
        private int argons;
        private int rounds;

        @Override
        public boolean argon(String password, String hash) {
            argons++;
            return REAL.argon(password, hash);
        }

        @Override
        public byte[] pbkdf2(String password, byte[] salt, int more) {
            rounds += more;
            return REAL.pbkdf2(password, salt, more);
        }
    }

    @BeforeEach
    void open() {
        database = TestDatabase.create();
        databases = database.open();
        var db = databases.main();
        var accounts = new CuentasRepository();
        var stored = new SesionesRepository();
        var rules = new SignIn.Rules(IdentidadSettings.CONTRACT, Clock.systemUTC());
        var keys = new LlavesServicio(db, rules.clock());
        var sessions = new Sessions(db, stored, keys, rules.settings(), rules.clock());
        door =
                new SignIn(
                        db,
                        accounts,
                        stored,
                        sessions,
                        new Passwords(counted, TestServer.CHEAP),
                        rules);
        person("nuestra", new Passwords(Hashing.REAL, TestServer.CHEAP).hash(RIGHT), true);
        person("sin.clave", "!", true);
        person("de.otra.clase", "bcrypt$$2b$12$x", true);
        person("afuera", Pbkdf2.django(RIGHT, "sal", 4000), false);
        person("imposible", "pbkdf2_sha256$9999999$sal$eA==", true);
    }

    @AfterEach
    void close() {
        databases.close();
        database.close();
    }

    @Test
    void failsAtTheSameCostWhoeverItIs() {
        person("django", Pbkdf2.django(RIGHT, "sal", 1000), true);
        person("django.nuevo", Pbkdf2.django(RIGHT, "sal", 1700), true);

        for (var username :
                List.of(
                        "nuestra",
                        "django",
                        "django.nuevo",
                        "nadie",
                        "sin.clave",
                        "de.otra.clase",
                        "afuera",
                        "imposible")) {
            assertThatThrownBy(() -> door.signIn(new Credenciales(username, "errada"), ACTOR))
                    .isInstanceOf(ProblemException.class);
            assertThat(spent()).as(username).containsExactly(1, 1700);
        }
    }

    @Test
    void costsNoRoundsWhenNobodyHasAHashOfDjangosAnyMore() {
        assertThatThrownBy(() -> door.signIn(new Credenciales("nuestra", "errada"), ACTOR))
                .isInstanceOf(ProblemException.class);
        assertThat(spent()).containsExactly(1, 0);
    }

    @Test
    void letsInForWhatTheirOwnHashCosts() {
        person("django", Pbkdf2.django(RIGHT, "sal", 1000), true);
        person("django.nuevo", Pbkdf2.django(RIGHT, "sal", 1700), true);

        door.signIn(new Credenciales("nuestra", RIGHT), ACTOR);
        assertThat(spent()).containsExactly(1, 0);
        door.signIn(new Credenciales("django", RIGHT), ACTOR);
        assertThat(spent()).containsExactly(0, 1000);
        door.signIn(new Credenciales("django", RIGHT), ACTOR);
        assertThat(spent()).as("its hash is ours now").containsExactly(1, 0);
    }

    private static final Actor ACTOR = new Actor(Principal.Service.SYSTEM, "10.0.0.1", "prueba");

    private List<Integer> spent() {
        var spent = new ArrayList<>(List.of(counted.argons, counted.rounds));
        counted.argons = 0;
        counted.rounds = 0;
        return spent;
    }

    private void person(String username, String hash, boolean active) {
        database.ownerJdbi()
                .useHandle(
                        handle ->
                                handle.execute(
                                        """
                                        insert into auth_user (password, is_superuser, username,
                                            first_name, last_name, email, is_staff, is_active,
                                            date_joined)
                                        values (?, false, ?, '', '', '', false, ?, now())
                                        """,
                                        hash,
                                        username,
                                        active));
    }
}
