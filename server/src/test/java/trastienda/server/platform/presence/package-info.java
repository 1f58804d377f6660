/// Who is here, and who is gone.
@NullMarked
package trastienda.server.platform.presence;

import org.jspecify.annotations.NullMarked;
