/// Tests of the file checks, with files made here. Start at `ProcessInspectorTest`.
@NullMarked
package trastienda.server.platform.inspect;

import org.jspecify.annotations.NullMarked;
