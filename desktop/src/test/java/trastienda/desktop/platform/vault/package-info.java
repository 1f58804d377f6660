/// What the vault promises.
@NullMarked
package trastienda.desktop.platform.vault;

import org.jspecify.annotations.NullMarked;
