/// The desktop: `Main` starts it, `DesktopApp` opens the window, `Desktop` puts its parts together.
/// Features lie beside, what they stand on under `platform`.
@NullMarked
package trastienda.desktop;

import org.jspecify.annotations.NullMarked;
