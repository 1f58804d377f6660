/// The settings, read once from environment variables. Start at `Config`.
@NullMarked
package trastienda.server.platform.config;

import org.jspecify.annotations.NullMarked;
