/// The desktop: `Main` starts it, `DesktopApp` opens the window, `Desktop` puts its parts together,
/// `Person` those that live as long as someone is signed in. Features lie beside, what they stand
/// on under `platform`. Start at `Desktop`.
@NullMarked
package trastienda.desktop;

import org.jspecify.annotations.NullMarked;
