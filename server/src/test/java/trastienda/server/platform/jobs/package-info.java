/// Recurring jobs on one node at a time.
@NullMarked
package trastienda.server.platform.jobs;

import org.jspecify.annotations.NullMarked;
