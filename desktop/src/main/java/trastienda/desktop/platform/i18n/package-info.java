/// Words, dates, money and sizes in the person's language, live: a text that is bound changes when
/// the language does, and nothing typed is lost. Start at `Text`.
@NullMarked
package trastienda.desktop.platform.i18n;

import org.jspecify.annotations.NullMarked;
