package trastienda.desktop.platform.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import trastienda.desktop.testing.Clerk;
import trastienda.desktop.testing.Line;
import trastienda.desktop.testing.Office;
import trastienda.desktop.testing.People;
import trastienda.shared.http.Paths;
import trastienda.shared.identidad.Grupo;
import trastienda.shared.identidad.Permiso;
import trastienda.shared.identidad.UsuarioCambio;
import trastienda.shared.identidad.Yo;
import trastienda.shared.problem.FieldError;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;
import trastienda.shared.problem.Regla;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/// Coming in, staying in and going out, against the real server.
class SignInContractTest {
    private static final Office OFFICE = Office.open();
    private static final AtomicInteger COUNT = new AtomicInteger();

    private String someone = "";
    private long id;

    @BeforeEach
    void addSomeone() {
        someone = "entra" + COUNT.incrementAndGet();
        id = OFFICE.people().add(someone, "Sara Entra", Grupo.ASESOR);
    }

    @Test
    void theRightPasswordTellsWhoOneIsAndWhatOneMay() {
        try (var clerk = Clerk.at(OFFICE.url()).enter(someone)) {
            assertThat(clerk.session().yo().orElseThrow().nombre()).isEqualTo("Sara Entra");
            assertThat(clerk.session().may(Permiso.VENTAS_REGISTRAR)).isTrue();
            assertThat(clerk.session().may(Permiso.USUARIOS_ADMINISTRAR)).isFalse();
        }
    }

    @Test
    void saysItsVersionToNobodyInParticular() throws IOException {
        try (var clerk = Clerk.at(OFFICE.url())) {
            assertThat(clerk.signIn().version().demo()).isFalse();
            assertThatThrownBy(() -> clerk.api().get(Paths.ME).as(Yo.class))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused ->
                                    assertThat(refused.code())
                                            .isEqualTo(ProblemCode.NO_AUTENTICADO));
        }
    }

    @Test
    void threeWrongPasswordsLockTheNameForAQuarterOfAnHour() {
        try (var clerk = Clerk.at(OFFICE.url())) {
            for (var i = 0; i < 3; i++) {
                var refused = refused(clerk, "mala");
                assertThat(refused.code()).isEqualTo(ProblemCode.CREDENCIALES_INVALIDAS);
            }
            var locked = refused(clerk, People.PASSWORD);
            assertThat(locked.code()).isEqualTo(ProblemCode.CUENTA_BLOQUEADA);
            assertThat(locked.retryAfter())
                    .isBetween(Duration.ofMinutes(14), Duration.ofMinutes(15));
        }
    }

    private ProblemException refused(Clerk clerk, String password) {
        return catchThrowableOfType(
                ProblemException.class, () -> clerk.signIn().signIn(someone, password));
    }

    @Test
    void aPasswordIsChangedWithTheOldOneAndByItsRules() throws IOException {
        try (var clerk = Clerk.at(OFFICE.url()).enter(someone)) {
            assertThat(changing(clerk, "mala", "Otra-clave-9!"))
                    .containsExactly(Regla.CLAVE_ACTUAL_ERRADA);
            assertThat(changing(clerk, People.PASSWORD, People.PASSWORD))
                    .containsExactly(Regla.CLAVE_REPETIDA);
            assertThat(changing(clerk, People.PASSWORD, "corta")).isNotEmpty();
            clerk.signIn().change(People.PASSWORD, "Otra-clave-9!");
            assertThat(refused(clerk, People.PASSWORD).code())
                    .isEqualTo(ProblemCode.CREDENCIALES_INVALIDAS);
        }
    }

    private static List<Regla> changing(Clerk clerk, String old, String fresh) {
        return catchThrowableOfType(ProblemException.class, () -> clerk.signIn().change(old, fresh))
                .errors()
                .stream()
                .map(FieldError::regla)
                .toList();
    }

    @Test
    void anOldTokenIsRenewedOnceBeforeItIsUsed() throws IOException {
        var now = new AtomicReference<>(Instant.now());
        try (var line = Line.to(OFFICE.address());
                var clerk = Clerk.at(line.url(), now::get).enter(someone)) {
            now.updateAndGet(then -> then.plus(Duration.ofMinutes(15)));
            assertThat(clerk.api().get(Paths.ME).as(Yo.class).id()).isEqualTo(id);
            assertThat(line.requests())
                    .filteredOn(sent -> sent.equals("POST " + Paths.REFRESH))
                    .hasSize(1);
        }
    }

    @Test
    void aRenewalWhoseAnswerGotLostIsNotSentAgain() {
        var now = new AtomicReference<>(Instant.now());
        try (var line = Line.to(OFFICE.address());
                var clerk = Clerk.at(line.url(), now::get).enter(someone)) {
            now.updateAndGet(then -> then.plus(Duration.ofMinutes(15)));
            line.loseAnswers();
            assertThatThrownBy(() -> clerk.api().post(Paths.LOGOUT).send())
                    .isInstanceOf(ApiException.class);
            assertThat(line.requests())
                    .filteredOn(sent -> sent.equals("POST " + Paths.REFRESH))
                    .hasSize(1);
        }
    }

    @Test
    void whoSignsOutIsOutHereAndThere() throws IOException {
        try (var clerk = Clerk.at(OFFICE.url()).enter(someone)) {
            var tokens = clerk.session().held();
            clerk.signIn().signOut();
            assertThat(clerk.session().stateProperty().get())
                    .isEqualTo(new SessionState.SignedOut(SessionState.Why.LEFT));
            assertThat(tokens).isNotNull();
            assertThatThrownBy(
                            () ->
                                    clerk.api()
                                            .get(Paths.ME)
                                            .header("Authorization", "Bearer " + tokens.access())
                                            .send())
                    .isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void aSessionThatTheServerEndedIsOver() throws IOException {
        try (var here = Clerk.at(OFFICE.url()).enter(someone);
                var there = Clerk.at(OFFICE.url()).enter(someone)) {
            there.signIn().change(People.PASSWORD, "Otra-clave-9!");
            assertThatThrownBy(() -> here.api().get(Paths.ME).send())
                    .isInstanceOfSatisfying(
                            ApiException.class,
                            over ->
                                    assertThat(over.failure())
                                            .isInstanceOf(ApiFailure.SignedOut.class));
            assertThat(here.session().stateProperty().get())
                    .isEqualTo(new SessionState.SignedOut(SessionState.Why.EXPIRED));
        }
    }

    @Test
    void whoIsDisabledIsOutAndReadsWhy() throws IOException {
        try (var clerk = Clerk.at(OFFICE.url()).enter(someone);
                var admin = Clerk.in("admin")) {
            admin.api()
                    .patch(Paths.fill(Paths.USUARIO, id))
                    .json(new UsuarioCambio(null, null, null, false, null, null))
                    .send();
            assertThatThrownBy(() -> clerk.api().get(Paths.ME).send())
                    .isInstanceOf(ApiException.class);
            assertThat(clerk.session().stateProperty().get())
                    .isEqualTo(new SessionState.SignedOut(SessionState.Why.DISABLED));
        }
    }

    @Test
    void readingIsTriedAgainWhenTheWayWasCut() {
        try (var line = Line.to(OFFICE.address());
                var clerk = Clerk.at(line.url()).enter(someone)) {
            line.loseAnswers();
            assertThatThrownBy(() -> clerk.api().get(Paths.ME).send())
                    .isInstanceOf(ApiException.class);
            assertThat(clerk.connection().stateProperty().get())
                    .isInstanceOf(ConnectionState.Reconnecting.class);
            assertThat(line.requests())
                    .filteredOn(sent -> sent.equals("GET " + Paths.ME))
                    .hasSizeGreaterThan(2);
            line.mend();
            assertThat(clerk.api().get(Paths.ME).query("x", 1)).isNotNull();
            clerk.enter(someone);
            assertThat(clerk.connection().stateProperty().get())
                    .isInstanceOf(ConnectionState.Online.class);
        }
    }
}
