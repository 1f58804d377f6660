/// The ways off the FX thread and back.
@NullMarked
package trastienda.desktop.platform.fx;

import org.jspecify.annotations.NullMarked;
