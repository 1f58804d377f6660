package trastienda.server.platform.db;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import trastienda.server.platform.config.DatabaseUrl;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

/// The schema's migrations, run as the owner, and the rights they leave to the application's role.
final class Migrations {
    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

    private static final String HISTORY = "trastienda_migraciones";

    private static final String MISSING =
            """
            select format('grant %s on %s %s to %I',
                case c.relkind when 'S' then 'usage, select'
                    else 'select, insert, update, delete' end,
                case c.relkind when 'S' then 'sequence' else 'table' end,
                c.oid::regclass, who.app)
            from (select ?::name as app, ?::name as owner) who
            join pg_roles o on o.rolname = who.owner
            cross join pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            where n.nspname in ('public', 'trastienda')
                and c.relkind in ('r', 'p', 'v', 'S')
                and not c.relispartition
                and c.oid <> to_regclass('trastienda.auditoria')
                and c.relname <> 'trastienda_migraciones'
                and pg_has_role(o.oid, c.relowner, 'usage')
                and case c.relkind
                    when 'S' then not has_sequence_privilege(who.app, c.oid, 'usage')
                    else not (has_table_privilege(who.app, c.oid, 'select')
                        and has_table_privilege(who.app, c.oid, 'insert')
                        and has_table_privilege(who.app, c.oid, 'update')
                        and has_table_privilege(who.app, c.oid, 'delete'))
                    end
            """;

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

    /// Whether the last run was one of the very same scripts, which the history's table says, and
    /// the application has its rights.
    ///
    /// @param connection the application's
    boolean areDone(Connection connection) throws SQLException {
        return all().equals(lastRun(connection)) && missing(connection).isEmpty();
    }

    /// Runs what has not run yet; several servers may start at once. Where the last run was one of
    /// the very same scripts, the scripts are not gone through.
    ///
    /// @param connection the owner's
    void run(Connection connection) throws SQLException {
        var all = all();
        try (var statement = connection.createStatement()) {
            if (!all.equals(lastRun(connection))) {
                migrate();
                statement.execute(remember(all));
            }
            for (var grant : missing(connection)) {
                statement.execute(grant);
            }
        }
    }

    /// What a run of these scripts leaves as its note.
    private String all() {
        return "scripts " + Scripts.fingerprint() + " for " + app;
    }

    private static String remember(String all) {
        return "comment on table public." + HISTORY + " is '" + all.replace("'", "''") + "'";
    }

    private static @Nullable String lastRun(Connection connection) throws SQLException {
        try (var question =
                connection.prepareStatement(
                        "select obj_description(to_regclass('public.' || ?), 'pg_class')")) {
            question.setString(1, HISTORY);
            try (var row = question.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
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

    /// What gives the application the rights it lacks. Table by table instead of by default
    /// privileges, because those would also give its role update and delete on every partition of
    /// the audit.
    private List<String> missing(Connection connection) throws SQLException {
        if (app.equals(owner.user())) {
            return List.of();
        }
        try (var question = connection.prepareStatement(MISSING)) {
            question.setString(1, app);
            question.setString(2, owner.user());
            try (var row = question.executeQuery()) {
                var grants = new ArrayList<String>();
                while (row.next()) {
                    grants.add(row.getString(1));
                }
                return grants;
            }
        }
    }
}
