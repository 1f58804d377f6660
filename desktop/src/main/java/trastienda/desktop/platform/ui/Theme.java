package trastienda.desktop.platform.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;

import trastienda.desktop.platform.settings.Settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// Light or dark, and how dense: follows the system until the person chooses, switches every window
/// at once, and is remembered.
public final class Theme {
    private static final String CHOICE = "theme";
    private static final String DENSITY = "density";

    private final ObjectProperty<ThemeChoice> choice =
            new SimpleObjectProperty<>(ThemeChoice.SYSTEM);
    private final ObjectProperty<Density> density = new SimpleObjectProperty<>(Density.NORMAL);
    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();
    private final List<String> features;
    private final List<Scene> scenes = new ArrayList<>();

    /// The theme as the settings remember it; on the FX thread, once.
    ///
    /// @param features their own sheets, at the window too: JavaFX looks long for the rules of a
    ///   sheet that hangs at a node
    public Theme(Settings settings, List<String> features) {
        this.features = List.copyOf(features);
        Fonts.load();
        choice.set(kept(settings, CHOICE, ThemeChoice.class, ThemeChoice.SYSTEM));
        density.set(kept(settings, DENSITY, Density.class, Density.NORMAL));
        choice.addListener((property, old, now) -> keep(settings, CHOICE, now));
        density.addListener((property, old, now) -> keep(settings, DENSITY, now));
        choice.addListener(property -> refresh());
        dark.addListener(property -> dress());
        Platform.getPreferences().colorSchemeProperty().addListener(property -> refresh());
        refresh();
        dress();
    }

    private static <E extends Enum<E>> E kept(
            Settings settings, String name, Class<E> type, E usual) {
        var wanted = settings.get(name).orElse("").toUpperCase(Locale.ROOT);
        for (var constant : type.getEnumConstants()) {
            if (constant.name().equals(wanted)) {
                return constant;
            }
        }
        return usual;
    }

    private static void keep(Settings settings, String name, Enum<?> value) {
        settings.put(name, value.name().toLowerCase(Locale.ROOT));
    }

    private void refresh() {
        dark.set(
                switch (choice.get()) {
                    case DARK -> true;
                    case LIGHT -> false;
                    case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
                });
    }

    private void dress() {
        var primer = dark.get() ? new PrimerDark() : new PrimerLight();
        Application.setUserAgentStylesheet(primer.getUserAgentStylesheet());
        scenes.forEach(this::dress);
    }

    private void dress(Scene scene) {
        scene.getStylesheets().setAll(sheets());
    }

    /// The sheets of the theme now, for a window that is not attached.
    public List<String> sheets() {
        var sheets = new ArrayList<String>();
        sheets.add(sheet(dark.get() ? "dark.css" : "light.css"));
        sheets.add(sheet("kit.css"));
        sheets.addAll(features);
        if (!Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW)) {
            sheets.add(sheet("opaque.css"));
        }
        return List.copyOf(sheets);
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Theme.class.getResource(name), name).toExternalForm();
    }

    /// Dresses a window from now on.
    public void attach(Scene scene) {
        scenes.add(scene);
        dress(scene);
    }

    /// Lets go of a window that is closed.
    public void detach(Scene scene) {
        scenes.remove(scene);
    }

    /// What the person chose.
    public ObjectProperty<ThemeChoice> choiceProperty() {
        return choice;
    }

    /// How dense rows are.
    public ObjectProperty<Density> densityProperty() {
        return density;
    }

    /// Whether it is dark now.
    public ReadOnlyBooleanProperty darkProperty() {
        return dark.getReadOnlyProperty();
    }
}
