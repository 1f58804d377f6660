/// Threads, screens and FXML: the only room that talks to the toolkit's thread. Work leaves it
/// through `Background` and comes back on it; screens are loaded by `Fxml` with their controller
/// handed in. Start at `Background`.
@NullMarked
package trastienda.desktop.platform.fx;

import org.jspecify.annotations.NullMarked;
