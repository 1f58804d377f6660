package trastienda.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import trastienda.desktop.testing.Office;
import trastienda.desktop.testing.Sales;
import trastienda.desktop.testing.Scans;
import trastienda.desktop.testing.Seat;
import trastienda.desktop.testing.Selling;
import trastienda.desktop.testing.Soon;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/// An agent registers a sale with its confronta, although the computer stops in between, and
/// corrects one that came back.
class FormJourneyTest {
    private static final Office OFFICE = Office.open();
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    @TempDir private Path folder;
    @TempDir private Path disk;

    @Test
    void aSaleIsTypedKeptThroughAStopAndRegisteredWithItsFile() throws IOException {
        var form = OFFICE.sales().form("Xiomara Restrepo");
        var seat = Seat.open(folder, OFFICE.url()).enter("ycardenas");
        try {
            seat.click("#ventas-nueva");
            type(seat, "documento", "0123");
            type(seat, "nombre_completo", "Xiomara Restrepo");
            seat.reads("no empieza por cero");
            seat.reads("Revise 1 campo");
            seat.picture("20-venta-nueva-error");
            type(seat, "documento", "1020304050");
            type(seat, "fecha_expedicion", "04/03/2015");
            type(seat, "telefono_legalizacion", "3001234567");
            seat.click("#campo-plan_adquiere .combo-box");
            seat.clickWords("Pospago 40 GB Ilimitado · $ 54.990");
            type(seat, "numero_a_portar", String.valueOf(form.numeroAPortar()));
            type(seat, "nip", "04512");
            type(seat, "fecha_entrega", TYPED.format(Sales.workday(2)));
            type(seat, "fecha_ventana_cambio", TYPED.format(Sales.workday(4)));
            type(seat, "numero_orden", String.valueOf(form.numeroOrden()));
            var file = seat.sees("#form-confronta");
            assertThat(seat.drop(file, Scans.png(disk, "confronta.png", 20))).isTrue();
            seat.reads("Lista para enviar con la venta");
            seat.reads("Todo listo para guardar");
            seat.picture("21-venta-nueva-llena");
            var drafts = folder.resolve("personas");
            var held = Instant.now();
            type(seat, "usuario_greta", "xrestrepo");
            Soon.holds("the draft is kept", () -> keptAt(drafts).isAfter(held));

            seat = seat.startAgain().enter("ycardenas");
            seat.click("#ventas-nueva");
            seat.sees("#borrador-tomar");
            assertThat(seat.sees("#campo-nombre_completo .text-field").isDisabled()).isTrue();
            seat.click("#borrador-tomar");
            seat.reads("Xiomara Restrepo");
            assertThat(seat.sees("#campo-nombre_completo .text-field").isDisabled()).isFalse();
            seat.reads("Lista para enviar con la venta");
            seat.picture("22-venta-borrador");
            seat.click("#form-guardar");
            seat.reads("registrada");
            seat.reads("Verificada");
            seat.picture("23-venta-registrada");
            assertThat(seat.rows().getFirst()).contains("Xiomara Restrepo");
            var numero = ((Label) seat.sees("#venta-numero")).getText();
            assertThat(OFFICE.objects(numero)).isOne();
        } finally {
            seat.close();
        }
    }

    @Test
    void aSaleThatCameBackIsCorrected() throws IOException {
        var venta = Selling.sell("ycardenas", "Yadira Mal Escrita");
        try (var seat = Seat.open(folder, OFFICE.url()).enter("ycardenas")) {
            seat.clickOn(seat.row("Yadira Mal Escrita"));
            OFFICE.sales().returned(venta.id(), "Falta el segundo apellido");
            seat.click("#venta-corregir");
            seat.reads("Falta el segundo apellido");
            seat.picture("24-venta-corregir");
            type(seat, "nombre_completo", "Yadira Bien Escrita Rojas");
            seat.press(KeyCode.CONTROL, KeyCode.S);
            seat.reads("guardada y reenviada");
            seat.row("Yadira Bien Escrita Rojas");
        }
    }

    /// When a draft was written last. One that was written after its file was held names it; that
    /// the drafts changed says nothing of which change it was.
    private static Instant keptAt(Path people) throws IOException {
        try (var files = Files.walk(people)) {
            var last = Instant.EPOCH;
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var written = Files.getLastModifiedTime(file).toInstant();
                if (file.getParent() != null
                        && file.getParent().endsWith("borradores")
                        && written.isAfter(last)) {
                    last = written;
                }
            }
            return last;
        } catch (NoSuchFileException | UncheckedIOException replaced) {
            return keptAt(people);
        }
    }

    private static void type(Seat seat, String campo, String text) {
        seat.type("#campo-" + campo + " .text-field", text);
        seat.press(KeyCode.TAB);
    }
}
