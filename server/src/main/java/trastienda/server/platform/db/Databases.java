package trastienda.server.platform.db;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import trastienda.server.platform.config.Config;
import trastienda.server.platform.config.ConfigException;
import trastienda.server.platform.config.DatabaseUrl;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

import javax.sql.DataSource;

/// All data sources of one server: starts the embedded PostgreSQL where none is named, migrates,
/// opens the pools. Closing it stops what it started.
public final class Databases implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Databases.class);
    private static final int WEB_CONNECTIONS = 16;
    private static final int JOB_CONNECTIONS = 8;

    private final @Nullable EmbeddedServer embedded;
    private final DatabaseUrl listen;
    private final HikariDataSource web;
    private final HikariDataSource jobs;
    private final Database main;
    private final Database background;

    private Databases(
            @Nullable EmbeddedServer embedded,
            DatabaseUrl app,
            DatabaseUrl listen,
            HikariDataSource web,
            AuditSink audit,
            EventSink events) {
        this.embedded = embedded;
        this.listen = listen;
        this.web = web;
        this.jobs = Pools.jobs(app, JOB_CONNECTIONS);
        this.main = new Database(jdbi(web), audit, events);
        this.background = new Database(jdbi(jobs), audit, events);
    }

    /// Starts, migrates, opens. `audit` and `events` receive what every [Tx] carries.
    ///
    /// @throws ConfigException when a database cannot be used
    public static Databases open(Config config, AuditSink audit, EventSink events) {
        @Nullable EmbeddedServer embedded = embedded(config);
        try {
            var app = app(config, embedded);
            var web = web(variable(embedded, "DATABASE_URL"), app);
            try {
                upToDate(config, embedded, web);
                var listen = config.database().listen().orElse(app);
                return new Databases(embedded, app, listen, web, audit, events);
            } catch (RuntimeException failed) {
                web.close();
                throw failed;
            }
        } catch (RuntimeException failed) {
            if (embedded != null) {
                embedded.close();
            }
            throw failed;
        }
    }

    /// What [#open] would migrate, without doing it.
    public static List<MigrationStep> plan(Config config) {
        @Nullable EmbeddedServer embedded = embedded(config);
        try {
            var app = app(config, embedded);
            var owner = owner(config, embedded, app);
            check(variable(embedded, "DATABASE_URL"), owner);
            return new Migrations(owner, app.user()).plan();
        } finally {
            if (embedded != null) {
                embedded.close();
            }
        }
    }

    /// Migrates and opens nothing.
    public static void migrate(Config config) {
        @Nullable EmbeddedServer embedded = embedded(config);
        try {
            var app = app(config, embedded);
            check(variable(embedded, "DATABASE_URL"), app);
            migrated(config, embedded, app);
        } finally {
            if (embedded != null) {
                embedded.close();
            }
        }
    }

    /// For requests: a statement may take 10 seconds.
    public Database main() {
        return main;
    }

    /// For our own jobs: a statement may take its time, a wait for a lock 10 seconds.
    public Database jobs() {
        return background;
    }

    /// The pool behind [#jobs].
    public DataSource jobsPool() {
        return jobs;
    }

    /// A connection of its own for LISTEN: past any pooler where `DATABASE_LISTEN_URL` says how,
    /// without a limit on silence. The caller closes it.
    public Connection openListener() throws SQLException {
        return DriverManager.getConnection(
                listen.jdbc(), Pools.properties(listen, "listen", Duration.ZERO));
    }

    /// Whether the database is the embedded one.
    public boolean isEmbedded() {
        return embedded != null;
    }

    /// Whether the application's role really cannot change the audit. False where one role does
    /// both; health warns then.
    public boolean auditAppendOnly() {
        return main.read(
                handle ->
                        handle.createQuery(
                                        """
                                        select not r.rolsuper
                                            and not pg_has_role(current_user, c.relowner, 'member')
                                        from pg_class c, pg_roles r
                                        where c.oid = to_regclass('trastienda.auditoria')
                                            and r.rolname = current_user
                                        """)
                                .mapTo(Boolean.class)
                                .one());
    }

    /// Asks for a sign of life.
    public void ping() {
        main.read(handle -> handle.createQuery("select 1").mapTo(Integer.class).one());
    }

    @Override
    public void close() {
        web.close();
        jobs.close();
        if (embedded != null) {
            embedded.close();
        }
    }

    private static @Nullable EmbeddedServer embedded(Config config) {
        if (config.database().main().isPresent()) {
            return null;
        }
        var folder = config.folders().data().resolve("postgres");
        return EmbeddedServer.start(folder, folder.resolve("programas"), true);
    }

    /// The pool for requests, whose first connection shows that the database can be used.
    private static HikariDataSource web(String variable, DatabaseUrl app) {
        try {
            return Pools.web(app, WEB_CONNECTIONS);
        } catch (HikariPool.PoolInitializationException failed) {
            if (failed.getCause() instanceof SQLException cause) {
                throw new ConfigException(variable, reason(cause, app), cause);
            }
            throw failed;
        }
    }

    /// Brings the schema up to date, through the owner's way in if there is something to do.
    private static void upToDate(
            Config config, @Nullable EmbeddedServer embedded, HikariDataSource web) {
        var app = app(config, embedded);
        var variable = variable(embedded, "DATABASE_URL");
        try (var connection = web.getConnection();
                var statement = connection.createStatement()) {
            require(variable, statement);
            if (new Migrations(owner(config, embedded, app), app.user()).areDone(connection)) {
                return;
            }
        } catch (SQLException failed) {
            throw new ConfigException(variable, reason(failed, app), failed);
        }
        migrated(config, embedded, app);
    }

    private static void migrated(
            Config config, @Nullable EmbeddedServer embedded, DatabaseUrl app) {
        var owner = owner(config, embedded, app);
        var named = owner.equals(app) ? "DATABASE_URL" : "DATABASE_MIGRATION_URL";
        try (var connection = checked(variable(embedded, named), owner)) {
            new Migrations(owner, app.user()).run(connection);
        } catch (SQLException failed) {
            throw new IllegalStateException("The owner's connection failed", failed);
        }
    }

    /// The setting that a message names.
    private static String variable(@Nullable EmbeddedServer embedded, String named) {
        return embedded == null ? named : "TRASTIENDA_DATA";
    }

    private static DatabaseUrl app(Config config, @Nullable EmbeddedServer embedded) {
        return embedded == null ? config.database().main().orElseThrow() : embedded.app();
    }

    private static DatabaseUrl owner(
            Config config, @Nullable EmbeddedServer embedded, DatabaseUrl app) {
        return embedded == null ? config.database().migration().orElse(app) : embedded.owner();
    }

    private static Jdbi jdbi(DataSource source) {
        var jdbi = Jdbi.create(source).installPlugin(new PostgresPlugin());
        // a failed statement would repeat its parameters: they must not reach a log
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
        return jdbi;
    }

    /// Says in one line what is wrong with a database before anything is built on it.
    static void check(String variable, DatabaseUrl url) {
        try (var connection = checked(variable, url)) {
            LOG.debug("{} can be used: {}", variable, connection);
        } catch (SQLException failed) {
            throw new ConfigException(variable, reason(failed, url), failed);
        }
    }

    /// A connection to a database that can be used; the caller closes it.
    private static Connection checked(String variable, DatabaseUrl url) {
        try {
            var connection =
                    DriverManager.getConnection(
                            url.jdbc(), Pools.properties(url, "check", Duration.ZERO));
            try (var statement = connection.createStatement()) {
                statement.execute(Pools.QUIETLY);
                require(variable, statement);
                return connection;
            } catch (SQLException | RuntimeException failed) {
                connection.close();
                throw failed;
            }
        } catch (SQLException failed) {
            throw new ConfigException(variable, reason(failed, url), failed);
        }
    }

    private static void require(String variable, Statement statement) throws SQLException {
        try (var row =
                statement.executeQuery(
                        "select current_setting('server_version_num')::int,"
                                + " current_setting('server_encoding')")) {
            row.next();
            if (row.getInt(1) < 150_000) {
                throw new ConfigException(variable, "PostgreSQL 15 or newer is needed");
            }
            if (!row.getString(2).equals("UTF8")) {
                throw new ConfigException(
                        variable, "the database is in " + row.getString(2) + ", UTF8 is needed");
            }
        }
    }

    private static String reason(SQLException failed, DatabaseUrl url) {
        var state = SqlProblems.state(failed);
        if (state.startsWith("28")) {
            return "user or password refused by " + url.hosts();
        }
        if (state.equals("3D000")) {
            return "no database " + url.name() + " on " + url.hosts();
        }
        if (state.startsWith("08")) {
            return "cannot reach " + url.hosts();
        }
        return "cannot be used: "
                + String.valueOf(failed.getMessage()).lines().findFirst().orElse("");
    }
}
