/// Recurring work, one node at a time, through db-scheduler: the table `scheduled_tasks` says which
/// node has which work and when it is due again. Which work there is stands in `ServerApp`. Start
/// at `Jobs`.
@NullMarked
package trastienda.server.platform.jobs;

import org.jspecify.annotations.NullMarked;
