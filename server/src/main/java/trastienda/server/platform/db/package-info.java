/// PostgreSQL: pools, migrations, the embedded server, and the unit of work that carries actor,
/// audit and events. Requests use `Databases.main`, what is done behind them `Databases.jobs`.
/// Start at `Database` and `Tx`.
@NullMarked
package trastienda.server.platform.db;

import org.jspecify.annotations.NullMarked;
