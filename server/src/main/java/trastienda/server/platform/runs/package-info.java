/// Long work of every kind as one model: a run in `corridas`, its chunks in `corridas_trozos` taken
/// by any node for as long as it renews its lease, one result per row. What a dead node had is
/// taken over. Start at `Runs`.
@NullMarked
package trastienda.server.platform.runs;

import org.jspecify.annotations.NullMarked;
