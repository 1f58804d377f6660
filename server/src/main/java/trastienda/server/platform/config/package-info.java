/// The settings, read once from environment variables and checked before anything starts. A wrong
/// one stops the start with one line that names the variable. Start at `Config`.
@NullMarked
package trastienda.server.platform.config;

import org.jspecify.annotations.NullMarked;
