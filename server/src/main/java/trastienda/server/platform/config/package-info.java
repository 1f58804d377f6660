/// The settings, read once from environment variables into records and checked before anything
/// starts. A wrong one stops the start with one line that names the variable, and exit code 78.
/// Start at `Config`.
@NullMarked
package trastienda.server.platform.config;

import org.jspecify.annotations.NullMarked;
