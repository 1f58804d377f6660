package trastienda.desktop.platform.place;

import trastienda.desktop.platform.fx.Screen;
import trastienda.shared.identidad.Permiso;

import java.util.List;

/// A place of the navigation. Features hand theirs to the shell, which shows those the person may
/// open.
public interface Place {
    /// Its id: `ventas`.
    String id();

    /// Key of its title.
    String titleKey();

    /// Its Ikonli glyph: `fth-shopping-bag`.
    String icon();

    /// Under which heading it stands.
    Group group();

    /// Who may open it.
    Permiso permission();

    /// Makes the screen; asked once per session of a person.
    Screen open();

    /// Goes to one of its things; the screen is already on screen.
    default void go(Screen screen, String target) {}

    /// What can be done from anywhere, offered by the palette.
    default List<PaletteAction> actions() {
        return List.of();
    }

    /// Headings of the navigation, from top to bottom.
    enum Group {
        NONE,
        TRABAJO,
        ADMINISTRACION
    }
}
