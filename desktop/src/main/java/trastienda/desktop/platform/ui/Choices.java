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
        var group = new ToggleGroup();
        return List.of(Language.values()).stream()
                .map(
                        one -> {
                            var item = item(group, Text.live(one::ownName), () -> speak(one));
                            Text.languageProperty().subscribe(now -> item.setSelected(now == one));
                            return item;
                        })
                .toList();
    }

    /// Switches the language and remembers it.
    public void speak(Language language) {
        Text.use(language);
        settings.put(LANGUAGE, language.code());
    }

    private List<RadioMenuItem> themes() {
        var group = new ToggleGroup();
        return List.of(ThemeChoice.values()).stream()
                .map(
                        one -> {
                            var item =
                                    item(
                                            group,
                                            Text.of(key(one)),
                                            () -> theme.choiceProperty().set(one));
                            theme.choiceProperty().subscribe(now -> item.setSelected(now == one));
                            return item;
                        })
                .toList();
    }

    private List<RadioMenuItem> densities() {
        var group = new ToggleGroup();
        return List.of(Density.values()).stream()
                .map(
                        one -> {
                            var item =
                                    item(
                                            group,
                                            Text.of(key(one)),
                                            () -> theme.densityProperty().set(one));
                            theme.densityProperty().subscribe(now -> item.setSelected(now == one));
                            return item;
                        })
                .toList();
    }

    private static RadioMenuItem item(
            ToggleGroup group, ObservableValue<String> text, Runnable action) {
        var item = new RadioMenuItem();
        item.textProperty().bind(text);
        item.setToggleGroup(group);
        item.setOnAction(event -> action.run());
        return item;
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
