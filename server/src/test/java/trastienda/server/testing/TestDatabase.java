package trastienda.server.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jspecify.annotations.Nullable;

import trastienda.server.platform.config.Config;
import trastienda.server.platform.config.DatabaseUrl;
import trastienda.server.platform.db.AuditSink;
import trastienda.server.platform.db.Databases;
import trastienda.server.platform.db.EmbeddedServer;
import trastienda.server.platform.db.EventSink;
import trastienda.server.platform.db.Insert;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

/// A fresh, migrated database on the one embedded PostgreSQL of this JVM. Made from a template in a
/// fraction of a second; nothing is flushed to disk. Two roles as in production.
public final class TestDatabase implements AutoCloseable {
    private static final Object LOCK = new Object();
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Map<String, HikariDataSource> ADMIN = new ConcurrentHashMap<>();
    private static final int CONNECTIONS = 20;
    private static @Nullable EmbeddedServer server;

    private final Map<String, HikariDataSource> pools = new ConcurrentHashMap<>();
    private final String name;
    private final EmbeddedServer on;

    private TestDatabase(String name, EmbeddedServer on) {
        this.name = name;
        this.on = on;
    }

    /// A fresh database with all migrations.
    public static TestDatabase create() {
        return create("trastienda");
    }

    /// A fresh database without anything in it, as an unknown one looks before its first start.
    public static TestDatabase empty() {
        return create("template0");
    }

    private static TestDatabase create(String template) {
        var on = server();
        var name = "prueba_" + COUNT.incrementAndGet();
        admin(on, "create database " + name + " owner trastienda_owner template " + template);
        return new TestDatabase(name, on);
    }

    /// The settings that make a server use this database.
    public Map<String, String> env() {
        return env(app(), owner());
    }

    /// The settings that make a server use a database with two roles.
    public static Map<String, String> env(DatabaseUrl app, DatabaseUrl owner) {
        return Map.of("DATABASE_URL", text(app), "DATABASE_MIGRATION_URL", text(owner));
    }

    /// [#env] with more settings.
    public Map<String, String> env(Map<String, String> more) {
        var all = new HashMap<>(env());
        all.putAll(more);
        return all;
    }

    /// The role that owns the tables.
    public DatabaseUrl owner() {
        return on.owner().withName(name);
    }

    /// The role the application works as.
    public DatabaseUrl app() {
        return on.app().withName(name);
    }

    /// Plain access as the owner, for preparing and looking.
    public Jdbi ownerJdbi() {
        return jdbi(owner());
    }

    /// Plain access as the application.
    public Jdbi appJdbi() {
        return jdbi(app());
    }

    /// To prove a password takes both ends longer than most statements here: connections are kept,
    /// and with them what a test sets for its session.
    private Jdbi jdbi(DatabaseUrl url) {
        return jdbi(pools.computeIfAbsent(url.user(), user -> pool(url)));
    }

    /// The application's data sources on this database; audit entries and events go nowhere.
    public Databases open() {
        return open((actor, entries) -> Insert.NONE, new NoEvents());
    }

    /// The application's data sources on this database.
    public Databases open(AuditSink audit, EventSink events) {
        return Databases.open(Config.from(env()), audit, events);
    }

    /// Drops the database.
    @Override
    public void close() {
        pools.values().forEach(HikariDataSource::close);
        admin(on, "drop database if exists " + name + " with (force)");
    }

    private static HikariDataSource pool(DatabaseUrl url) {
        var config = new HikariConfig();
        config.setJdbcUrl(url.jdbc());
        config.setUsername(url.user());
        config.setPassword(url.password().value());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    private static Jdbi jdbi(DataSource source) {
        return Jdbi.create(source).installPlugin(new PostgresPlugin());
    }

    private static String text(DatabaseUrl url) {
        return "postgresql://%s:%s@%s/%s"
                .formatted(url.user(), url.password().value(), url.hosts(), url.name());
    }

    private static void admin(EmbeddedServer on, String sql) {
        jdbi(ADMIN.computeIfAbsent(on.superuser().user(), user -> pool(on.superuser())))
                .useHandle(handle -> handle.execute(sql));
    }

    private static EmbeddedServer server() {
        synchronized (LOCK) {
            if (server != null) {
                return server;
            }
            try {
                var folder = Files.createTempDirectory("trastienda-postgres");
                var started = EmbeddedServer.start(folder, binaries(), false);
                Runtime.getRuntime()
                        .addShutdownHook(
                                new Thread(
                                        () -> {
                                            ADMIN.values().forEach(HikariDataSource::close);
                                            started.close();
                                            delete(folder);
                                        }));
                var config = Config.from(env(started.app(), started.owner()));
                Databases.migrate(config);
                server = started;
                return started;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    /// Unpacked once for all test runs of this user.
    public static Path binaries() {
        return Path.of(
                System.getProperty("java.io.tmpdir"),
                "trastienda-postgres-18-" + System.getProperty("user.name"));
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException left) {
            System.err.println("Left behind: " + folder + ": " + left);
        }
    }
}
