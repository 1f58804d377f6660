/// What the desktop remembers of this computer: window, theme, language, columns. Nothing secret
/// and nothing of a customer. Start at `Settings`.
@NullMarked
package trastienda.desktop.platform.settings;

import org.jspecify.annotations.NullMarked;
