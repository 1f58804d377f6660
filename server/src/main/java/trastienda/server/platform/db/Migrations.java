package trastienda.server.platform.db;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import trastienda.server.platform.config.DatabaseUrl;

import java.sql.Connection;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

/// The schema's migrations, run as the owner, and the rights they leave to the application's role.
final class Migrations {
    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

    private static final String HISTORY = "trastienda_migraciones";

    private final DatabaseUrl owner;
    private final String app;

    Migrations(DatabaseUrl owner, String app) {
        this.owner = owner;
        this.app = app;
    }

    /// Those that would run, in their order.
    List<MigrationStep> plan() {
        try (var source = Pools.owner(owner)) {
            return Arrays.stream(flyway(source).info().pending()).map(Migrations::step).toList();
        }
    }

    /// Runs what has not run yet; several servers may start at once. Where the last run was one of
    /// the very same scripts, which the history's table says, the scripts are not gone through.
    ///
    /// @param connection the owner's
    void run(Connection connection) {
        var all = "scripts " + Scripts.fingerprint() + " for " + app;
        var jdbi = Jdbi.create(connection);
        if (!all.equals(jdbi.withHandle(Migrations::lastRun))) {
            migrate();
            jdbi.useHandle(handle -> handle.execute(remember(all)));
        }
        if (!app.equals(owner.user())) {
            grant(jdbi);
        }
    }

    private static String remember(String all) {
        return "comment on table public." + HISTORY + " is '" + all.replace("'", "''") + "'";
    }

    private static @Nullable String lastRun(Handle handle) {
        return handle.createQuery(
                        "select obj_description(to_regclass('public.' || :table), 'pg_class')")
                .bind("table", HISTORY)
                .mapTo(String.class)
                .findOne()
                .orElse(null);
    }

    private void migrate() {
        try (var source = Pools.owner(owner)) {
            var result = flyway(source).migrate();
            if (result.migrationsExecuted > 0) {
                LOG.info("{} migrations ran", result.migrationsExecuted);
            }
        }
    }

    private Flyway flyway(DataSource source) {
        var configuration =
                Flyway.configure()
                        .dataSource(source)
                        .locations("classpath:" + Scripts.FOLDER)
                        // in public, or Flyway would put our schema before it on the search path
                        .schemas("public")
                        .table(HISTORY)
                        .baselineOnMigrate(true)
                        .baselineVersion("0")
                        .baselineDescription("tables that were there before")
                        .outOfOrder(true)
                        .validateMigrationNaming(true)
                        .cleanDisabled(true)
                        .placeholders(Map.of("app", app.replace("\"", "\"\"")));
        try {
            return configuration.load();
        } catch (FlywayException failed) {
            throw new IllegalStateException("The migrations cannot be read", failed);
        }
    }

    private static MigrationStep step(MigrationInfo info) {
        return new MigrationStep(
                String.valueOf(info.getVersion()), info.getDescription(), info.getScript());
    }

    /// Rights are given table by table instead of by default privileges, because those would also
    /// give the application's role update and delete on every partition of the audit.
    private void grant(Jdbi jdbi) {
        jdbi.useHandle(
                handle -> {
                    var statements =
                            handle.createQuery(
                                            """
                                            select format('grant %s on %s %s to %I',
                                                case c.relkind when 'S' then 'usage, select'
                                                    else 'select, insert, update, delete' end,
                                                case c.relkind when 'S' then 'sequence'
                                                    else 'table' end,
                                                c.oid::regclass, :app)
                                            from pg_class c
                                            join pg_namespace n on n.oid = c.relnamespace
                                            where n.nspname in ('public', 'trastienda')
                                                and c.relkind in ('r', 'p', 'v', 'S')
                                                and not c.relispartition
                                                and c.oid <> to_regclass('trastienda.auditoria')
                                                and c.relname <> 'trastienda_migraciones'
                                                and pg_has_role(c.relowner, 'usage')
                                                and case c.relkind
                                                    when 'S' then not has_sequence_privilege(
                                                        :app, c.oid, 'usage')
                                                    else not (has_table_privilege(
                                                            :app, c.oid, 'select')
                                                        and has_table_privilege(
                                                            :app, c.oid, 'insert')
                                                        and has_table_privilege(
                                                            :app, c.oid, 'update')
                                                        and has_table_privilege(
                                                            :app, c.oid, 'delete'))
                                                    end
                                            """)
                                    .bind("app", app)
                                    .mapTo(String.class)
                                    .list();
                    for (var statement : statements) {
                        handle.execute(statement);
                    }
                });
    }
}
