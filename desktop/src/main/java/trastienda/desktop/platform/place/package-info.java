/// What a feature offers to the shell: places of the navigation, actions and finders of the
/// palette, the tray. A new screen implements `Place`, and the shell finds it a line in the
/// navigation. Start at `Place`.
@NullMarked
package trastienda.desktop.platform.place;

import org.jspecify.annotations.NullMarked;
