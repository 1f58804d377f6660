/// Recurring work, one node at a time, through db-scheduler. Start at `Jobs`.
@NullMarked
package trastienda.server.platform.jobs;

import org.jspecify.annotations.NullMarked;
