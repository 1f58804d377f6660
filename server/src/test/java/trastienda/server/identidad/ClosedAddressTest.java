package trastienda.server.identidad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import trastienda.server.platform.auth.Actor;
import trastienda.server.platform.auth.Principal;
import trastienda.server.platform.db.Database;
import trastienda.server.platform.db.Insert;
import trastienda.server.testing.MovableClock;
import trastienda.server.testing.NoEvents;
import trastienda.server.testing.TestServer;
import trastienda.shared.identidad.Credenciales;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// An address that failed too often, while the server has more to do than it can.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClosedAddressTest {
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T15:00:00Z"));
    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.start(clock);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void takesBackNoFailureOfAnEarlierAttemptWhenNobodyLooksAtThisOne() {
        var address = "10.0.0.1";
        var busy = signIn(new Passwords(Hashing.REAL, TestServer.CHEAP, 0, Duration.ZERO));
        closed(address);
        failed("desconocida", address);
        var before = failuresFrom(address);
        for (int i = 0; i < 3; i++) {
            assertThat(refused(busy, "desconocida", address).code())
                    .isEqualTo(ProblemCode.SOBRECARGA);
        }
        assertThat(failuresFrom(address)).isEqualTo(before);
    }

    @Test
    void countsNoAttemptThatNobodyLookedAt() {
        var address = "10.0.0.2";
        var busy = signIn(new Passwords(Hashing.REAL, TestServer.CHEAP, 0, Duration.ZERO));
        failed("apurada", address);
        assertThat(refused(busy, "apurada", address).code()).isEqualTo(ProblemCode.SOBRECARGA);
        assertThat(failuresFrom(address)).isEqualTo(1);
    }

    @Test
    void looksAtOneAttemptAtATimeAndRefusesTheOthersAlikeAtOnce() throws Exception {
        server.person("de.aqui");
        var address = "10.0.0.3";
        var passwords = new Passwords(Hashing.REAL, TestServer.CHEAP, 1, Duration.ofSeconds(60));
        var signIn = signIn(passwords);
        var right = new Credenciales("de.aqui", TestServer.PASSWORD);
        assertThat(signIn.signIn(right, from(address)).accessToken()).isNotEmpty();
        closed(address);
        var answers = new LinkedBlockingQueue<ProblemException>();
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            var end = new CountDownLatch(1);
            var begun = new CountDownLatch(1);
            all.execute(
                    () ->
                            passwords.limited(
                                    () -> {
                                        begun.countDown();
                                        return passed(end);
                                    }));
            assertThat(passed(begun)).isTrue();
            for (var name : List.of("de.aqui", "nadie", "de.aqui", "nadie", "otra", "otra")) {
                all.execute(() -> answers.add(refused(signIn, name, address)));
            }
            for (int i = 0; i < 5; i++) {
                assertClosed(answers.poll(30, TimeUnit.SECONDS));
            }
            assertThat(answers).isEmpty();
            end.countDown();
            assertClosed(answers.poll(30, TimeUnit.SECONDS));
        }
        assertThat(failuresFrom(address)).isLessThanOrEqualTo(51);
        assertThat(signIn.signIn(right, from(address)).accessToken()).isNotEmpty();
    }

    private static void assertClosed(@Nullable ProblemException answer) {
        assertThat(requireNonNull(answer).code()).isEqualTo(ProblemCode.DEMASIADAS_PETICIONES);
        assertThat(answer.retryAfter()).isEqualTo(IdentidadSettings.CONTRACT.lock());
    }

    private static boolean passed(CountDownLatch latch) {
        try {
            return latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static Actor from(String address) {
        return new Actor(Principal.Service.SYSTEM, address, null);
    }

    private SignIn signIn(Passwords passwords) {
        var db =
                new Database(
                        server.database().ownerJdbi(),
                        (actor, entries) -> Insert.NONE,
                        new NoEvents());
        var stored = new SesionesRepository();
        var rules = new SignIn.Rules(IdentidadSettings.CONTRACT, clock);
        var sessions =
                new Sessions(db, stored, new LlavesServicio(db, clock), rules.settings(), clock);
        return new SignIn(db, new CuentasRepository(), stored, sessions, passwords, rules);
    }

    private static ProblemException refused(SignIn signIn, String name, String address) {
        return catchThrowableOfType(
                ProblemException.class,
                () -> signIn.signIn(new Credenciales(name, "no-es-la-clave"), from(address)));
    }

    /// Fifty names failed from this address just now.
    private void closed(String address) {
        for (int i = 0; i < IdentidadSettings.CONTRACT.failuresFromAnAddress(); i++) {
            failed("nombre." + i, address);
        }
    }

    private void failed(String name, String address) {
        server.database()
                .ownerJdbi()
                .useHandle(
                        handle ->
                                handle.createUpdate(
                                                """
                                                insert into trastienda.fallos_ingreso
                                                    (direccion, nombre_sha256, fallos, ultimo)
                                                values (:address, :name, 1, :now)
                                                """)
                                        .bind("address", address)
                                        .bind("name", SignIn.nameKey(name))
                                        .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                                        .execute());
    }

    private int failuresFrom(String address) {
        return server.database()
                .ownerJdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(
                                                """
                                                select sum(fallos) from trastienda.fallos_ingreso
                                                where direccion = :address
                                                """)
                                        .bind("address", address)
                                        .mapTo(Integer.class)
                                        .one());
    }
}
