package trastienda.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import trastienda.desktop.testing.Line;
import trastienda.desktop.testing.Office;
import trastienda.desktop.testing.Seat;
import trastienda.desktop.testing.Selling;
import trastienda.desktop.testing.Soon;

import java.io.IOException;
import java.nio.file.Path;
import java.text.Collator;
import java.util.List;
import java.util.Locale;

/// A person looks for sales and opens one.
class VentasJourneyTest {
    private static final Office OFFICE = Office.open();

    @TempDir private Path folder;

    @Test
    void backOfficeFiltersScrollsAndOpens() {
        try (var seat = Seat.open(folder, OFFICE.url()).enter("ptorres")) {
            seat.reads("Devuelta");
            seat.picture("10-ventas");
            seat.clickHead("Cliente y número");
            Soon.holds("the names are in order", () -> inOrder(seat.rows()));
            seat.clickHead("Cliente y número");
            Soon.holds("and the other way round", () -> inOrder(seat.rows().reversed()));
            seat.clickHead("Cliente y número");
            Soon.holds("the newest are first again", () -> !inOrder(seat.rows().reversed()));

            seat.click("#filtro-agregar");
            seat.type("#filtro-texto", "Ñáñez");
            seat.picture("11-ventas-filtro");
            seat.click("#filtro-aplicar");
            seat.everyRowReads("Ñáñez");
            seat.picture("12-ventas-filtradas");
            seat.click(".filter-chip .ikonli-font-icon");
            Soon.holds(
                    "the filter is gone",
                    () -> seat.rows().stream().anyMatch(row -> !row.contains("Ñáñez")));

            seat.clickOn(seat.sees(".table-row-cell"));
            seat.sees("#venta-numero");
            seat.reads("Pospago");
            seat.picture("13-venta");
            seat.press(KeyCode.END);
            Soon.holds(
                    "scrolled to the end",
                    () -> seat.rows().getLast().contains("PORTA-20261000000240"));
            seat.picture("14-ventas-final");

            seat.click("#bandeja-devueltas");
            seat.everyRowReads("Devuelta");
            seat.picture("15-ventas-devueltas");
        }
    }

    @Test
    void inASmallWindowTheKeysGoOnFromListToSaleAndBack() {
        try (var seat = Seat.open(folder, OFFICE.url()).enter("ptorres")) {
            seat.reads("Devuelta");
            Seat.fx(
                    () -> {
                        seat.stage().setMinWidth(0);
                        seat.stage().setWidth(780);
                        return true;
                    });
            seat.clickOn(seat.sees(".table-row-cell"));
            var first = number(seat);
            Soon.holds("the sale is alone", () -> !seat.shows(".table-row-cell"));
            seat.press(KeyCode.J);
            Soon.holds("the next sale", () -> !number(seat).equals(first));
            seat.press(KeyCode.ESCAPE);
            seat.sees(".table-row-cell");
            seat.press(KeyCode.J);
            seat.sees("#venta-numero");
        }
    }

    @Test
    void theKeysGoOnAfterASaleWasClosedByItsButton() {
        try (var seat = Seat.open(folder, OFFICE.url()).enter("ptorres")) {
            seat.reads("Devuelta");
            seat.clickOn(seat.sees(".table-row-cell"));
            seat.sees("#venta-numero");
            seat.click("#venta-cerrar");
            Soon.holds("the sale is closed", () -> !seat.shows("#venta-numero"));
            seat.press(KeyCode.J);
            seat.sees("#venta-numero");
        }
    }

    @Test
    void aSaleDoesNotStayBesideTheRowOfAnotherThatDoesNotCome() {
        try (var line = Line.to(OFFICE.address());
                var seat = Seat.open(folder, line.url()).enter("ptorres")) {
            seat.reads("Devuelta");
            seat.clickOn(seat.sees(".table-row-cell"));
            seat.sees("#venta-numero");
            line.hold(0);
            seat.press(KeyCode.J);
            Soon.holds("the sale before gives way", () -> !seat.shows("#venta-numero"));
            seat.reads("tarda más de lo normal");
            seat.picture("18-venta-en-camino");
            line.mend();
            seat.sees("#venta-numero");
        }
    }

    private static String number(Seat seat) {
        var label = (Labeled) seat.sees("#venta-numero");
        return Seat.fx(label::getText);
    }

    private static boolean inOrder(List<String> rows) {
        var names = rows.stream().map(row -> row.substring(0, row.indexOf(' '))).toList();
        var collator = Collator.getInstance(Locale.of("es"));
        return names.size() > 1 && names.equals(names.stream().sorted(collator).toList());
    }

    @Test
    void anAgentDoesNotFindTheSalesOfOthers() throws IOException {
        var own = Selling.sell("ycardenas", "Zoraida Propia");
        var others = Selling.sell("lmoreno", "Zoraida Ajena");
        try (var seat = Seat.open(folder, OFFICE.url()).enter("ycardenas")) {
            seat.press(KeyCode.CONTROL, KeyCode.K);
            seat.type("#palette-field", others.numero());
            seat.reads("Nada coincide");
            seat.picture("16-paleta-nada");
            seat.type("#palette-field", own.numero());
            seat.reads("Zoraida Propia");
            seat.picture("17-paleta");
            seat.press(KeyCode.ENTER);
            Soon.holds(
                    "the sale is open",
                    () -> seat.allWords().stream().filter(own.numero()::equals).count() > 1);
            assertThat(seat.allWords()).noneMatch(words -> words.contains("Zoraida Ajena"));
        }
    }
}
