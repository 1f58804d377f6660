/// The look.
@NullMarked
package trastienda.desktop.platform.ui;

import org.jspecify.annotations.NullMarked;
