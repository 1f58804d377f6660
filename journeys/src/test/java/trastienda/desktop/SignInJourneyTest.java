package trastienda.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import trastienda.desktop.testing.Line;
import trastienda.desktop.testing.Office;
import trastienda.desktop.testing.People;
import trastienda.desktop.testing.Seat;
import trastienda.shared.identidad.Grupo;

import java.nio.file.Path;

/// A person comes in: with the wrong password, too often, without the server, and at last.
class SignInJourneyTest {
    private static final Office OFFICE = Office.open();

    @TempDir private Path folder;

    @Test
    void aPersonComesInAndGoesOut() {
        OFFICE.people().add("mparra", "Marcela Parra", Grupo.ASESOR);
        try (var line = Line.to(OFFICE.address());
                var seat = Seat.open(folder, line.url())) {
            seat.reads("responde, versión");
            seat.picture("01-ingreso");
            wrong(seat, "mparra", "no-es-esta");
            seat.reads("Usuario o contraseña incorrectos");
            seat.picture("02-ingreso-clave-errada");

            line.cut();
            wrong(seat, "mparra", People.PASSWORD);
            seat.reads("Reintentar");
            seat.picture("03-ingreso-sin-servidor");
            seat.clickWords("Reintentar");
            line.mend();
            seat.readsNoMore("Reintentar");

            seat.enter("mparra");
            seat.reads("Marcela Parra");
            seat.picture("04-ventas-sin-filas");
            assertThat(seat.allWords()).noneMatch(words -> words.equals("Usuarios"));
            seat.clickWords("Marcela Parra");
            seat.clickWords("Cerrar sesión");
            seat.sees("#pass");
        }
    }

    @Test
    void aLockedAccountSaysForHowLong() {
        OFFICE.people().add("bloqueada", "Berta Lock", Grupo.ASESOR);
        try (var seat = Seat.open(folder, OFFICE.url())) {
            for (var i = 0; i < 3; i++) {
                wrong(seat, "bloqueada", "mala" + i);
                seat.reads("Usuario o contraseña incorrectos");
            }
            wrong(seat, "bloqueada", People.PASSWORD);
            seat.reads("15 min");
            seat.picture("05-ingreso-bloqueada");
        }
    }

    private static void wrong(Seat seat, String username, String password) {
        seat.type("#user", username);
        seat.type("#pass", password);
        seat.click("#enter");
    }
}
