package trastienda.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import trastienda.desktop.platform.i18n.Language;
import trastienda.desktop.platform.i18n.Text;
import trastienda.desktop.testing.Office;
import trastienda.desktop.testing.Seat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Every screen in the other language and the other theme.
class SweepTest {
    private static final List<String> BUNDLES =
            List.of("textos", "identidad", "ventas", "confrontas", "transferencias");
    private static final String ANY = ".+";
    private static final Pattern CHOICE = Pattern.compile("[0-9],choice,(.*)", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("[\\p{L}]{3}");
    private static final double DARK = 0.35;

    /// Any text of ours as it may stand on screen in Spanish, its parameters filled in.
    private static final Pattern SPANISH = onlySpanish();

    @TempDir private Path folder;

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
        } finally {
            Seat.fx(
                    () -> {
                        Text.use(Language.ES);
                        return true;
                    });
        }
    }

    private static void keep(Seat seat, String name) {
        seat.picture(name);
        assertThat(seat.brightness()).as(name + " is dark").isLessThan(DARK);
        assertThat(seat.allWords()).as(name).noneMatch(words -> SPANISH.matcher(words).matches());
    }

    @Test
    void knowsSpanishWordsAroundTheirParameters() {
        assertThat(SPANISH.matcher("responde, versión 1.4.0").matches()).isTrue();
        assertThat(SPANISH.matcher("1 venta").matches()).isTrue();
        assertThat(SPANISH.matcher("3.412 ventas").matches()).isTrue();
        assertThat(SPANISH.matcher("3,412 sales").matches()).isFalse();
        assertThat(SPANISH.matcher("Ana Maria Paz").matches()).isFalse();
    }

    private static Pattern onlySpanish() {
        var spanish = new TreeSet<String>();
        for (var name : BUNDLES) {
            var es = bundle(name, "es");
            es.keySet().forEach(key -> spanish.add(filled(es.getString(key))));
        }
        for (var name : BUNDLES) {
            var en = bundle(name, "en");
            en.keySet().forEach(key -> spanish.remove(filled(en.getString(key))));
        }
        spanish.removeIf(one -> !WORD.matcher(one.replace(ANY, "")).find());
        return Pattern.compile(String.join("|", spanish));
    }

    /// An expression for what a text with parameters becomes; each choice is one of its words.
    private static String filled(String text) {
        var made = new StringBuilder();
        var at = 0;
        while (at < text.length()) {
            var open = text.indexOf('{', at);
            var plain = text.substring(at, open < 0 ? text.length() : open).replace("''", "'");
            made.append(plain.isEmpty() ? "" : Pattern.quote(plain));
            if (open < 0) {
                break;
            }
            var close = closing(text, open);
            var choice = CHOICE.matcher(text.substring(open + 1, close));
            made.append(
                    choice.matches()
                            ? Stream.of(choice.group(1).split("\\|", -1))
                                    .map(one -> filled(one.replaceFirst("^[0-9]+[#<]", "")))
                                    .collect(Collectors.joining("|", "(?:", ")"))
                            : ANY);
            at = close + 1;
        }
        return made.toString();
    }

    private static int closing(String text, int open) {
        var depth = 0;
        for (var at = open; ; at++) {
            depth += text.charAt(at) == '{' ? 1 : text.charAt(at) == '}' ? -1 : 0;
            if (depth == 0) {
                return at;
            }
        }
    }

    private static ResourceBundle bundle(String name, String language) {
        return ResourceBundle.getBundle(
                "trastienda.desktop.i18n." + name,
                Locale.of(language),
                ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
