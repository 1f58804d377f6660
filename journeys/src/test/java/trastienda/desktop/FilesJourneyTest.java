package trastienda.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import trastienda.desktop.testing.Line;
import trastienda.desktop.testing.Office;
import trastienda.desktop.testing.Scans;
import trastienda.desktop.testing.Seat;
import trastienda.desktop.testing.Selling;
import trastienda.desktop.testing.Soon;
import trastienda.shared.confrontas.EstadoArchivo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/// The confronta of a sale: dropped, refused, stopped, replaced, deleted, waiting for the store,
/// cut by the end of the program. Somebody else sees it all without asking.
class FilesJourneyTest {
    private static final Office OFFICE = Office.open();

    @TempDir private Path folder;
    @TempDir private Path otherFolder;
    @TempDir private Path disk;

    @Test
    void aFileIsDroppedRefusedStoppedAndKept() throws IOException {
        var venta = Selling.sell("ycardenas", "Wendy Archivos");
        try (var line = Line.to(OFFICE.address());
                var seat = Seat.open(folder, line.url()).enter("ycardenas")) {
            seat.clickOn(seat.row("Wendy Archivos"));
            seat.reads("Sin confronta");
            seat.picture("30-venta-sin-confronta");

            seat.drop(seat.sees(".archivos"), Scans.program(disk, "programa.pdf"));
            seat.sees("#archivo-problema");
            seat.picture("31-archivo-rechazado");
            assertThat(line.keys()).isEmpty();

            line.hold(128 * 1024);
            seat.drop(seat.sees(".archivos"), Scans.png(disk, "pesada.png", 1800));
            seat.sees("#transferencia .transfer-bar");
            seat.reads("Enviando");
            seat.picture("32-archivo-enviando");
            seat.click("#archivos-en-curso");
            seat.sees("#bandeja-archivos");
            seat.picture("33-archivos-en-curso");
            seat.click("#archivos-en-curso");
            seat.click("#transferencia-parar");
            seat.readsNoMore("Enviando");
            line.mend();

            seat.drop(seat.row("Wendy Archivos"), Scans.png(disk, "confronta.png", 20));
            seat.sees("#archivo-verificado");
            seat.picture("34-archivo-verificado");
            assertThat(Selling.files(venta.id()))
                    .filteredOn(file -> file.estado() == EstadoArchivo.GUARDADO)
                    .hasSize(1);
            assertThat(Set.copyOf(line.keys())).hasSize(2);
        }
    }

    @Test
    void aFileIsReplacedAndDeletedAndSomebodyElseSeesIt() throws IOException {
        var venta = Selling.sell("ycardenas", "Vilma Reemplaza");
        try (var agent = Seat.open(folder, OFFICE.url()).enter("ycardenas");
                var other = Seat.open(otherFolder, OFFICE.url()).enter("ptorres")) {
            other.clickOn(other.row("Vilma Reemplaza"));
            other.reads("Sin confronta");
            agent.clickOn(agent.row("Vilma Reemplaza"));
            agent.drop(agent.sees(".archivos"), Scans.png(disk, "primera.png", 20));
            agent.sees("#archivo-verificado");
            other.reads("primera.png");
            agent.drop(agent.sees(".archivos"), Scans.png(disk, "segunda.png", 30));
            agent.picture("39-archivo-reemplazar");
            agent.clickWords("Reemplazar");
            other.reads("segunda.png");
            assertThat(Selling.files(venta.id())).hasSize(2);

            other.click("#archivo-menu");
            other.reads("primera.png");
            other.picture("35-archivo-menu");
            other.clickWords("Eliminar…");
            other.type("#reason", "Es de otra persona");
            other.picture("36-archivo-eliminar");
            other.clickWords("Eliminar archivo");
            other.reads("Archivo eliminado");
            agent.reads("Suelte aquí el archivo");
            agent.reads("Es de otra persona");
            agent.picture("37-archivo-eliminado");
        }
    }

    @Test
    void withoutTheStoreAFileWaitsAndGoesOutByItself() throws IOException {
        var venta = Selling.sell("ycardenas", "Ulises Espera");
        try (var seat = Seat.open(folder, OFFICE.url()).enter("ycardenas")) {
            seat.clickOn(seat.row("Ulises Espera"));
            seat.reads("Sin confronta");
            OFFICE.stopStore();
            try {
                seat.drop(seat.sees(".archivos"), Scans.png(disk, "espera.png", 20));
                seat.sees("#archivo-por-subir");
                seat.picture("38-archivo-por-subir");
            } finally {
                OFFICE.startStore();
            }
            Soon.holds(
                    "the file went out",
                    () -> Selling.files(venta.id()).getFirst().estado() == EstadoArchivo.GUARDADO);
            seat.sees("#archivo-verificado");
        }
    }

    @Test
    void aProgramThatEndsInTheMiddleOfAnUploadGoesOnUnderTheSameKey() throws IOException {
        var venta = Selling.sell("ycardenas", "Tulia Cortada");
        try (var line = Line.to(OFFICE.address())) {
            var seat = Seat.open(folder, line.url()).enter("ycardenas");
            try {
                seat.clickOn(seat.row("Tulia Cortada"));
                seat.reads("Sin confronta");
                line.hold(256 * 1024);
                seat.drop(seat.sees(".archivos"), Scans.png(disk, "cortada.png", 1800));
                seat.reads("Enviando");
                Soon.holds("it is under way", () -> line.keys().size() == 1);

                line.cut();
                seat = seat.startAgain();
                line.mend();
                seat.enter("ycardenas");
                Soon.holds(
                        "the file is kept",
                        () ->
                                Selling.files(venta.id()).stream()
                                        .anyMatch(file -> file.estado() == EstadoArchivo.GUARDADO));
                assertThat(line.keys()).hasSizeGreaterThan(1);
                assertThat(Set.copyOf(line.keys())).hasSize(1);
                assertThat(OFFICE.objects(venta.numero())).isOne();
            } finally {
                seat.close();
            }
        }
    }
}
