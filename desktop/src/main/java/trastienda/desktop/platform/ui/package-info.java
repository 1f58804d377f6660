/// The kit: theme, font, badges, key caps, chips, the pane of four states, toasts, overlays, table
/// look. Screens only use it; no screen carries a colour, which stand in the sheets beside
/// `kit.css`. Start at `Theme`.
@NullMarked
package trastienda.desktop.platform.ui;

import org.jspecify.annotations.NullMarked;
