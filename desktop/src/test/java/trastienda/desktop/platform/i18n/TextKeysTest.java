package trastienda.desktop.platform.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The keys in the sources and the keys in the bundles are the same ones, in both languages.
class TextKeysTest {
    private static final Path SOURCES = Path.of("src", "main");
    private static final Map<String, String> ES = bundle(Language.ES);
    private static final Map<String, String> EN = bundle(Language.EN);

    /// What looks like a key in the sources and is none: names of settings and of files.
    private static final Set<String> NO_TEXTS =
            Set.of(
                    "identidad.usuario",
                    "shell.collapsed",
                    "shell.place",
                    "ventas.columnas",
                    "ventas.css",
                    "ventas.fxml",
                    "ventas.vista");

    @Test
    void everyKeyThatTheSourcesNameExists() {
        var unknown = new TreeSet<>(named());
        unknown.removeIf(key -> key.endsWith("."));
        unknown.removeAll(NO_TEXTS);
        unknown.removeAll(ES.keySet());
        assertThat(unknown).isEmpty();
    }

    @Test
    void everyTextIsShownSomewhere() {
        var named = named();
        var built = named.stream().filter(name -> name.endsWith(".")).toList();
        var unused = new TreeSet<>(ES.keySet());
        unused.removeAll(named);
        unused.removeIf(key -> built.stream().anyMatch(key::startsWith));
        assertThat(unused).isEmpty();
    }

    @Test
    void bothLanguagesHaveTheSameKeysWithTheSameParameters() {
        assertThat(EN.keySet()).isEqualTo(ES.keySet());
        assertThat(EN.keySet())
                .allSatisfy(key -> assertThat(parameters(EN, key)).isEqualTo(parameters(ES, key)));
    }

    @ParameterizedTest
    @EnumSource
    void everyTextIsOneThatCanBeFilledIn(Language language) {
        assertThat(language == Language.ES ? ES : EN)
                .allSatisfy(
                        (key, text) -> {
                            var format = new MessageFormat(text, language.locale());
                            var filled = format.format(new Object[] {1, 2, 3, 4});
                            assertThat(filled).isNotBlank().doesNotContain("{", "}");
                            assertThat(text.replace("''", "")).doesNotContain("'");
                        });
    }

    private static Set<String> parameters(Map<String, String> texts, String key) {
        return Pattern.compile("\\{(\\d)")
                .matcher(texts.getOrDefault(key, ""))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    /// Every string of the sources that begins like a key; one that ends with a dot has its end
    /// added when the program runs.
    private static Set<String> named() {
        var rooms =
                ES.keySet().stream()
                        .map(key -> key.substring(0, key.indexOf('.')))
                        .distinct()
                        .collect(Collectors.joining("|"));
        var key = Pattern.compile("\"((?:" + rooms + ")\\.[a-z0-9_.]*)\"");
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().matches(".*\\.(java|fxml)"))
                    .flatMap(file -> key.matcher(read(file)).results())
                    .map(found -> found.group(1))
                    .collect(Collectors.toSet());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Map<String, String> bundle(Language language) {
        var all = new TreeMap<String, String>();
        for (var name : Text.BUNDLES) {
            var file =
                    SOURCES.resolve("resources/trastienda/desktop/i18n")
                            .resolve(name + "_" + language.code() + ".properties");
            var read = new Properties();
            try (var in = Files.newBufferedReader(file)) {
                read.load(in);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            read.forEach((key, text) -> all.put(key.toString(), text.toString()));
        }
        return all;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
