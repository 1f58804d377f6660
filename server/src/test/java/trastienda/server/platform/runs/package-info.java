/// Long work in chunks, and who may finish it.
@NullMarked
package trastienda.server.platform.runs;

import org.jspecify.annotations.NullMarked;
