package trastienda.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import trastienda.desktop.testing.Office;
import trastienda.desktop.testing.Seat;
import trastienda.shared.identidad.Grupo;

import java.nio.file.Path;

/// An administrator imports people; what was typed is not lost by a stray key.
class UsuariosJourneyTest {
    private static final Office OFFICE = Office.open();

    @TempDir private Path folder;

    @Test
    void whatWasTypedIsNotLostByAStrayKey() {
        OFFICE.people().add("jefa", "Julia Jefe", Grupo.ADMINISTRADOR);
        try (var seat = Seat.open(folder, OFFICE.url()).enter("jefa")) {
            seat.click("#nav-usuarios");
            seat.reads("Julia Jefe");
            seat.reads("Administrador");
            seat.clickWords("Importar usuarios");
            seat.type("#importar-csv", "username,nombre");

            seat.press(KeyCode.TAB);
            seat.press(KeyCode.ESCAPE);
            seat.reads("¿Descartar lo que escribió?");
            seat.press(KeyCode.ENTER);
            seat.readsNoMore("¿Descartar lo que escribió?");
            assertThat(((TextArea) seat.sees("#importar-csv")).getText())
                    .isEqualTo("username,nombre");

            seat.press(KeyCode.ESCAPE);
            seat.click("#descartar");
            assertThat(seat.shows("#importar-hoja")).isFalse();
        }
    }

    @Test
    void aSheetWithNothingTypedClosesAtOnce() {
        OFFICE.people().add("jefe", "Jairo Jefe", Grupo.ADMINISTRADOR);
        try (var seat = Seat.open(folder, OFFICE.url()).enter("jefe")) {
            seat.click("#nav-usuarios");
            seat.click("#usuario-nuevo");
            seat.sees("#usuario-hoja");
            seat.press(KeyCode.ESCAPE);
            assertThat(seat.shows("#usuario-hoja")).isFalse();
        }
    }

    @Test
    void thePaletteOpensThePlaceThatIsCalledSo() {
        OFFICE.people().add("jefes", "Jimena Jefe", Grupo.ADMINISTRADOR);
        try (var seat = Seat.open(folder, OFFICE.url()).enter("jefes")) {
            seat.press(KeyCode.CONTROL, KeyCode.K);
            seat.type("#palette-field", "usuarios");
            seat.press(KeyCode.ENTER);
            seat.reads("Jimena Jefe");
            assertThat(seat.shows("#importar-hoja")).isFalse();
            seat.sees("#usuario-nuevo");
        }
    }

    @Test
    void theMadePasswordsOfAnImportAreNotLostByAStrayKey() {
        OFFICE.people().add("jefazo", "Jacinto Jefe", Grupo.ADMINISTRADOR);
        try (var seat = Seat.open(folder, OFFICE.url()).enter("jefazo")) {
            seat.click("#nav-usuarios");
            seat.clickWords("Importar usuarios");
            seat.type("#importar-csv", "username,nombre,grupos");
            seat.click("#importar-hacer");
            seat.reads("No hay nadie que importar");
            write(seat, "username,nombre,grupos\nluznueva,Luz Nueva,asesor");
            seat.click("#importar-hacer");
            seat.reads("Se crearon 1 de 1");
            seat.picture("59-usuarios-importados");

            seat.press(KeyCode.ESCAPE);
            seat.reads("¿Cerrar sin copiar las contraseñas?");
            seat.press(KeyCode.ESCAPE);
            seat.click("#importar-copiar-claves");
            seat.press(KeyCode.ESCAPE);
            assertThat(seat.shows("#importar-hoja")).isFalse();
        }
    }

    @Test
    void aNewPersonNeedsAGroupAndGetsAPassword() {
        OFFICE.people().add("jefita", "Juana Jefe", Grupo.ADMINISTRADOR);
        try (var seat = Seat.open(folder, OFFICE.url()).enter("jefita")) {
            seat.click("#nav-usuarios");
            seat.click("#usuario-nuevo");
            seat.type("#usuario-username", "nnueva");
            seat.type("#usuario-nombre", "Nora Nueva");
            seat.click("#usuario-generar");
            seat.click("#usuario-guardar");
            seat.reads("Elija al menos un grupo: sin grupo no puede abrir nada");
            seat.picture("60-usuario-sin-grupo");
            seat.click("#grupo-calidad");
            seat.click("#usuario-guardar");
            seat.reads("Se creó a Nora Nueva");
        }
    }

    /// The robot's keys cannot type a line's end.
    private static void write(Seat seat, String csv) {
        var area = (TextArea) seat.sees("#importar-csv");
        Seat.fx(
                () -> {
                    area.setText(csv);
                    return true;
                });
    }
}
