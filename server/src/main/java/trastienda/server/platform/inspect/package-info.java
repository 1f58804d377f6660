/// Decides what a file really is, in child processes with limits of time and memory, because it
/// reads what a stranger wrote. Each kind has its check; the limits stand in `InspectionLimits`.
/// Start at `FileInspector`.
@NullMarked
package trastienda.server.platform.inspect;

import org.jspecify.annotations.NullMarked;
