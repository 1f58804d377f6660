/// The window around every place: navigation, top bar, command palette, status bar. It knows places
/// and finders by their interfaces only. Start at `Shell`.
@NullMarked
package trastienda.desktop.shell;

import org.jspecify.annotations.NullMarked;
