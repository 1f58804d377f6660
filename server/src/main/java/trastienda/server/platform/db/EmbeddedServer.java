package trastienda.server.platform.db;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import trastienda.server.platform.config.ConfigException;
import trastienda.server.platform.config.DatabaseUrl;
import trastienda.server.platform.config.Secret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/// A PostgreSQL of our own on loopback, its data in a folder. A server that was left running by a
/// killed process is taken over. Everything it acknowledges is on disk unless it is a test's.
public final class EmbeddedServer implements AutoCloseable {
    /// The role that owns the tables and migrates them.
    public static final String OWNER = "trastienda_owner";

    /// The role the application works as.
    public static final String APP = "trastienda_app";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final String DATABASE = "trastienda";
    private static final Duration STARTUP = Duration.ofSeconds(90);

    private final EmbeddedPostgres server;
    private final EmbeddedCredentials credentials;

    private EmbeddedServer(EmbeddedPostgres server, EmbeddedCredentials credentials) {
        this.server = server;
        this.credentials = credentials;
    }

    /// Starts it, or takes it over.
    ///
    /// @param folder its own folder, made when it does not exist
    /// @param binaries where its programs are unpacked
    /// @param durable false only in tests: nothing is flushed to disk
    /// @throws ConfigException when the folder cannot be used
    public static EmbeddedServer start(Path folder, Path binaries, boolean durable) {
        try {
            EmbeddedCredentials.createPrivateFolder(folder);
            Files.createDirectories(binaries);
            var data = folder.resolve("data");
            var credentials = credentials(folder, data);
            var password = folder.resolve("primera-clave");
            Files.deleteIfExists(password);
            EmbeddedCredentials.writePrivate(password, credentials.superuser().value());
            try {
                var server = builder(data, binaries, durable, credentials, password).start();
                var embedded = new EmbeddedServer(server, credentials);
                embedded.prepare();
                return embedded;
            } finally {
                Files.deleteIfExists(password);
            }
        } catch (OverlappingFileLockException inUse) {
            throw inUse(folder, inUse);
        } catch (IllegalStateException failed) {
            if (String.valueOf(failed.getMessage()).contains("could not lock")) {
                throw inUse(folder, failed);
            }
            throw cannotStart(folder, failed);
        } catch (IOException failed) {
            throw cannotStart(folder, failed);
        }
    }

    /// The owner's way in.
    public DatabaseUrl owner() {
        return url(OWNER, credentials.owner(), DATABASE);
    }

    /// The application's way in.
    public DatabaseUrl app() {
        return url(APP, credentials.app(), DATABASE);
    }

    /// The superuser's way in, for making databases and roles.
    public DatabaseUrl superuser() {
        return url("postgres", credentials.superuser(), "postgres");
    }

    /// Stops the server; what was acknowledged stays.
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failed) {
            LOG.warn("The embedded PostgreSQL did not stop in time", failed);
        }
    }

    private DatabaseUrl url(String user, Secret password, String database) {
        return new DatabaseUrl(
                "127.0.0.1:" + credentials.port(), database, user, password, Map.of());
    }

    /// The port stays the same from start to start, so that a server left behind is found again;
    /// another one is taken only when ours is not running and something else sits on its port.
    private static EmbeddedCredentials credentials(Path folder, Path data) throws IOException {
        if (!EmbeddedCredentials.exist(folder)) {
            if (Files.exists(data.resolve("PG_VERSION"))) {
                throw new ConfigException(
                        "TRASTIENDA_DATA", "the database's passwords are missing in " + folder);
            }
            var first = EmbeddedCredentials.random(freePort());
            first.write(folder);
            return first;
        }
        var kept = EmbeddedCredentials.read(folder);
        if (free(kept.port()) || left(data, kept.port())) {
            return kept;
        }
        var moved = kept.withPort(freePort());
        moved.write(folder);
        return moved;
    }

    /// Whether `postmaster.pid` speaks of a living server on that port.
    private static boolean left(Path data, int port) throws IOException {
        var file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return false;
        }
        var lines = Files.readAllLines(file);
        if (lines.size() < 4 || !lines.get(3).strip().equals(Integer.toString(port))) {
            return false;
        }
        try {
            var alive =
                    ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                            .map(ProcessHandle::isAlive)
                            .orElse(false);
            if (alive) {
                LOG.info("Taking over the PostgreSQL that was left on port {}", port);
            }
            return alive;
        } catch (NumberFormatException broken) {
            LOG.warn("Cannot read {}", file, broken);
            return false;
        }
    }

    private static EmbeddedPostgres.Builder builder(
            Path data,
            Path binaries,
            boolean durable,
            EmbeddedCredentials credentials,
            Path password) {
        var flush = durable ? "on" : "off";
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(binaries.toFile())
                .setRegisterShutdownHook(false)
                .setPort(credentials.port())
                .setPGStartupWait(STARTUP)
                .setConnectConfig("password", credentials.superuser().value())
                // the first four are options of initdb: no moment without a password
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", password.toString())
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                .setServerConfig("fsync", flush)
                .setServerConfig("full_page_writes", flush)
                .setServerConfig("synchronous_commit", flush)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", durable ? "100" : "300")
                .setServerConfig("max_wal_size", "256MB")
                .setServerConfig("logging_collector", "on")
                .setServerConfig("log_filename", "postgresql-%a.log")
                .setServerConfig("log_truncate_on_rotation", "on")
                .setServerConfig("log_rotation_age", "1d")
                .setServerConfig("log_parameter_max_length_on_error", "0");
    }

    private void prepare() {
        var admin = superuser();
        try (Connection connection = connect(admin)) {
            role(connection, OWNER, credentials.owner());
            role(connection, APP, credentials.app());
            if (!exists(connection, "select 1 from pg_database where datname = ?", DATABASE)) {
                execute(
                        connection,
                        "create database " + DATABASE + " owner " + OWNER + " template template0");
                execute(connection, "revoke all on database " + DATABASE + " from public");
                execute(connection, "grant connect on database " + DATABASE + " to " + APP);
            }
        } catch (SQLException failed) {
            close();
            throw new ConfigException(
                    "TRASTIENDA_DATA",
                    "the embedded PostgreSQL refuses us: " + failed.getMessage(),
                    failed);
        }
    }

    private static void role(Connection connection, String name, Secret password)
            throws SQLException {
        if (!exists(connection, "select 1 from pg_roles where rolname = ?", name)) {
            // our own hexadecimal text: nothing to quote
            execute(
                    connection,
                    "create role " + name + " login password '" + password.value() + "'");
        }
    }

    private static boolean exists(Connection connection, String sql, String name)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(DatabaseUrl url) throws SQLException {
        return DriverManager.getConnection(url.jdbc(), url.user(), url.password().value());
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static boolean free(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private static ConfigException inUse(Path folder, Exception cause) {
        return new ConfigException(
                "TRASTIENDA_DATA", "another Trastienda server works in " + folder, cause);
    }

    private static ConfigException cannotStart(Path folder, Exception cause) {
        return new ConfigException(
                "TRASTIENDA_DATA",
                "the embedded PostgreSQL does not start in " + folder + ": " + cause.getMessage(),
                cause);
    }
}
