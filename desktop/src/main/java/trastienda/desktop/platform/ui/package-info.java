/// The kit every screen is made of: theme, badges, chips, states of a panel, toasts, sheets. Start
/// at `Theme` and `StatePane`.
@NullMarked
package trastienda.desktop.platform.ui;

import org.jspecify.annotations.NullMarked;
