/// Words and numbers in the person's language, bound so that they change while the program runs.
/// Start at `Text`.
@NullMarked
package trastienda.desktop.platform.i18n;

import org.jspecify.annotations.NullMarked;
