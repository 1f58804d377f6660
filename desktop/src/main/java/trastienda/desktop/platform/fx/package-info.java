/// Threads and windows: the only place that starts a thread or hands work to the window's thread.
/// Start at `Background` and `Screens`.
@NullMarked
package trastienda.desktop.platform.fx;

import org.jspecify.annotations.NullMarked;
