/// The window around every place: navigation, top bar, command palette (Ctrl+K), connection pill,
/// status bar. It knows places and finders by their interfaces only, never a feature. Start at
/// `Shell`.
@NullMarked
package trastienda.desktop.shell;

import org.jspecify.annotations.NullMarked;
