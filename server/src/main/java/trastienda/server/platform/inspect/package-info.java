/// Decides what a file really is, in child processes with limits. Start at `FileInspector`.
@NullMarked
package trastienda.server.platform.inspect;

import org.jspecify.annotations.NullMarked;
