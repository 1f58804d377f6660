/// Long work of every kind as one model: a run in `corridas`, its chunks taken by any node, one
/// result per row. Start at `Runs`.
@NullMarked
package trastienda.server.platform.runs;

import org.jspecify.annotations.NullMarked;
