package trastienda.desktop.shell;

import trastienda.desktop.platform.i18n.Language;
import trastienda.desktop.platform.place.PaletteAction;
import trastienda.desktop.platform.ui.Surface;
import trastienda.desktop.platform.ui.ThemeChoice;

import java.util.List;

/// What the palette can do wherever one is.
final class GeneralActions {
    private GeneralActions() {}

    static List<PaletteAction> of(ShellViewModel shell, Surface surface, ShellLinks links) {
        var choices = surface.choices();
        return List.of(
                action("shell.contraer", "fth-sidebar", shell::toggleCollapsed, "Ctrl B"),
                action("shell.atajos", "fth-command", () -> help(surface), "F1"),
                action("shell.cambiar_clave", "fth-lock", links.changePassword()),
                action("shell.salir", "fth-log-out", links.signOut()),
                action("apariencia.accion.claro", "fth-sun", () -> choices.look(ThemeChoice.LIGHT)),
                action(
                        "apariencia.accion.oscuro",
                        "fth-moon",
                        () -> choices.look(ThemeChoice.DARK)),
                action(
                        "apariencia.accion.sistema",
                        "fth-monitor",
                        () -> choices.look(ThemeChoice.SYSTEM)),
                action("apariencia.accion.espanol", "fth-globe", () -> choices.speak(Language.ES)),
                action("apariencia.accion.ingles", "fth-globe", () -> choices.speak(Language.EN)));
    }

    private static PaletteAction action(String key, String icon, Runnable run, String... keys) {
        return new PaletteAction(key, icon, List.of(keys), run);
    }

    static void help(Surface surface) {
        Shortcuts.show(surface.dialogs());
    }
}
