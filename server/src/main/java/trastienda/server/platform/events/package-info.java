/// The sequenced log of what happened, and its readers. A transaction inserts into
/// `eventos_nuevos`; after commit the sequencer gives every event its place in one order without
/// gaps, and tells the readers. Start at `EventLog`.
@NullMarked
package trastienda.server.platform.events;

import org.jspecify.annotations.NullMarked;
