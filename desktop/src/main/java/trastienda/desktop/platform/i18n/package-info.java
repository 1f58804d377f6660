/// Words, dates, money and sizes in the person's language, live: a text that is bound changes when
/// the language does, and nothing typed is lost. The words lie in bundles beside the feature that
/// says them. Start at `Text`.
@NullMarked
package trastienda.desktop.platform.i18n;

import org.jspecify.annotations.NullMarked;
