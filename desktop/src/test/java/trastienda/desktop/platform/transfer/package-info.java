/// What the transfer queue promises, also across a crash.
@NullMarked
package trastienda.desktop.platform.transfer;

import org.jspecify.annotations.NullMarked;
