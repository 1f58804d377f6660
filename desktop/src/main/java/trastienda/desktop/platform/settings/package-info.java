/// What the desktop remembers of this computer: window, theme, language, columns. Nothing secret
/// and nothing of a customer; where it lies on each system is the business of `DataFolder`. Start
/// at `Settings`.
@NullMarked
package trastienda.desktop.platform.settings;

import org.jspecify.annotations.NullMarked;
