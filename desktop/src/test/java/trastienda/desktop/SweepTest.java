package trastienda.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import trastienda.desktop.platform.i18n.Language;
import trastienda.desktop.platform.i18n.Text;
import trastienda.desktop.testing.Office;
import trastienda.desktop.testing.Seat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;

/// Every screen in the other language and the other theme.
class SweepTest {
    private static final List<String> BUNDLES =
            List.of("textos", "identidad", "ventas", "confrontas", "transferencias");
    private static final Set<String> SPANISH = onlySpanish();

    @TempDir private Path folder;

    @AfterEach
    void backToSpanish() {
        Seat.fx(
                () -> {
                    Text.use(Language.ES);
                    return true;
                });
    }

    @Test
    void everyScreenSpeaksEnglishInTheDark() throws IOException {
        Files.writeString(
                folder.resolve("settings.json"), "{\"language\":\"en\",\"theme\":\"dark\"}");
        try (var seat = Seat.open(folder, Office.open().url())) {
            seat.reads("answers");
            keep(seat, "50-sign-in");
            seat.enter("admin");
            seat.reads("Returned");
            keep(seat, "51-sales");
            seat.clickOn(seat.sees(".table-row-cell"));
            seat.sees("#venta-numero");
            keep(seat, "52-sale");
            seat.click("#archivos-en-curso");
            seat.sees("#bandeja-archivos");
            keep(seat, "54-tray");
            seat.click("#archivos-en-curso");
            seat.click("#filtro-agregar");
            seat.sees("#filtro-texto");
            keep(seat, "53-filter");
            seat.press(KeyCode.ESCAPE);
            seat.press(KeyCode.CONTROL, KeyCode.K);
            seat.sees("#palette-field");
            keep(seat, "55-palette");
            seat.press(KeyCode.ESCAPE);
            seat.click("#ventas-nueva");
            seat.sees("#form-guardar");
            keep(seat, "56-new-sale");
            seat.press(KeyCode.ESCAPE);
            seat.click("#nav-usuarios");
            seat.reads("Patricia Torres");
            keep(seat, "57-users");
            seat.click("#usuario-nuevo");
            seat.sees("#usuario-hoja");
            keep(seat, "58-user");
        }
    }

    private static void keep(Seat seat, String name) {
        seat.picture(name);
        assertThat(seat.allWords()).as(name).doesNotContainAnyElementsOf(SPANISH);
    }

    private static Set<String> onlySpanish() {
        var spanish = new HashSet<String>();
        for (var name : BUNDLES) {
            var es = bundle(name, "es");
            es.keySet().forEach(key -> spanish.add(es.getString(key)));
        }
        for (var name : BUNDLES) {
            var en = bundle(name, "en");
            en.keySet().forEach(key -> spanish.remove(en.getString(key)));
        }
        return spanish;
    }

    private static ResourceBundle bundle(String name, String language) {
        return ResourceBundle.getBundle(
                "trastienda.desktop.i18n." + name,
                Locale.of(language),
                ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
