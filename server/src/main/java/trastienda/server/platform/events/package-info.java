/// The sequenced log of what happened, and its readers. Start at `EventDraft`.
@NullMarked
package trastienda.server.platform.events;

import org.jspecify.annotations.NullMarked;
