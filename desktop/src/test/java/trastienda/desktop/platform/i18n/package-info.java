/// Words and languages.
@NullMarked
package trastienda.desktop.platform.i18n;

import org.jspecify.annotations.NullMarked;
