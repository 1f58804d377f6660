/// The order of events, tried with many writers and readers.
@NullMarked
package trastienda.server.platform.events;

import org.jspecify.annotations.NullMarked;
