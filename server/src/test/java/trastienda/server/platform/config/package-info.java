/// What the settings accept, and the one line a wrong one earns.
@NullMarked
package trastienda.server.platform.config;

import org.jspecify.annotations.NullMarked;
