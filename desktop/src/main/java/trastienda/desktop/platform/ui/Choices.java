package trastienda.desktop.platform.ui;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;

import trastienda.desktop.platform.i18n.Language;
import trastienda.desktop.platform.i18n.Text;
import trastienda.desktop.platform.settings.Settings;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/// The menus of language, theme and density, which switch at once and are remembered.
public final class Choices {
    private static final String LANGUAGE = "language";

    private final Theme theme;
    private final Settings settings;

    /// Reads the remembered language too.
    public Choices(Theme theme, Settings settings) {
        this.theme = theme;
        this.settings = settings;
        settings.get(LANGUAGE).ifPresent(code -> Text.use(Language.of(code)));
    }

    /// Fills a button that shows the language.
    public void language(MenuButton button) {
        button.textProperty().bind(Text.live(() -> Text.language().ownName()));
        button.setGraphic(Icons.of("fth-globe"));
        button.getItems().setAll(languages());
    }

    /// Fills a button that shows the theme.
    public void theme(MenuButton button) {
        button.textProperty()
                .bind(
                        Text.live(
                                () -> Text.now(key(theme.choiceProperty().get())),
                                theme.choiceProperty()));
        button.setGraphic(Icons.of("fth-sun"));
        button.getItems().setAll(themes());
    }

    /// The three as sub-menus of the user's menu.
    public List<Menu> menus() {
        var language = menu("apariencia.idioma", "fth-globe");
        language.getItems().setAll(languages());
        var look = menu("apariencia.tema", "fth-sun");
        look.getItems().setAll(themes());
        var density = menu("apariencia.densidad", "fth-menu");
        density.getItems().setAll(densities());
        return List.of(language, look, density);
    }

    private static Menu menu(String key, String icon) {
        var menu = new Menu();
        menu.textProperty().bind(Text.of(key));
        menu.setGraphic(Icons.of(icon));
        return menu;
    }

    private List<RadioMenuItem> languages() {
        return items(
                Language.values(),
                one -> Text.live(one::ownName),
                Text.languageProperty(),
                this::speak);
    }

    /// Switches the language and remembers it.
    public void speak(Language language) {
        Text.use(language);
        settings.put(LANGUAGE, language.code());
    }

    /// Switches the theme and remembers it.
    public void look(ThemeChoice choice) {
        theme.choiceProperty().set(choice);
    }

    private List<RadioMenuItem> themes() {
        var choice = theme.choiceProperty();
        return items(ThemeChoice.values(), one -> Text.of(key(one)), choice, choice::set);
    }

    private List<RadioMenuItem> densities() {
        var density = theme.densityProperty();
        return items(Density.values(), one -> Text.of(key(one)), density, density::set);
    }

    /// One of each, the one that holds now with its mark.
    private static <E> List<RadioMenuItem> items(
            E[] all,
            Function<E, ObservableValue<String>> words,
            ObservableValue<E> holds,
            Consumer<E> choose) {
        var group = new ToggleGroup();
        return Stream.of(all)
                .map(
                        one -> {
                            var item = new RadioMenuItem();
                            item.textProperty().bind(words.apply(one));
                            item.setToggleGroup(group);
                            item.setOnAction(event -> choose.accept(one));
                            holds.subscribe(now -> item.setSelected(one.equals(now)));
                            return item;
                        })
                .toList();
    }

    private static String key(ThemeChoice choice) {
        return switch (choice) {
            case SYSTEM -> "apariencia.tema.sistema";
            case LIGHT -> "apariencia.tema.claro";
            case DARK -> "apariencia.tema.oscuro";
        };
    }

    private static String key(Density density) {
        return switch (density) {
            case COMFORTABLE -> "apariencia.densidad.comoda";
            case NORMAL -> "apariencia.densidad.normal";
            case DENSE -> "apariencia.densidad.densa";
        };
    }
}
