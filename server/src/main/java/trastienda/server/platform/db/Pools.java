package trastienda.server.platform.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import trastienda.server.platform.config.DatabaseUrl;

import java.time.Duration;
import java.util.Properties;

/// How connections are made and kept. Every connection says that it is ours (`es_nuestra()`).
final class Pools {
    /// A request's query gives up after this long.
    static final Duration STATEMENT = Duration.ofSeconds(10);

    private static final Duration CONNECT = Duration.ofSeconds(10);

    /// Silence on the line; a second more than [#STATEMENT], so that the server's own answer comes
    /// first and the connection survives a slow query.
    private static final Duration READ = STATEMENT.plusSeconds(1);

    /// The seeds' CONN_MAX_AGE; connections are asked for a sign of life before they are reused.
    private static final Duration MAX_AGE = Duration.ofSeconds(60);

    /// "Already exists, skipping" is how an adopted database is meant to go.
    static final String QUIETLY = "set client_min_messages = warning";

    private Pools() {}

    /// For requests: short statements only. Opens its first connection at once.
    ///
    /// @throws com.zaxxer.hikari.pool.HikariPool.PoolInitializationException when it cannot
    static HikariDataSource web(DatabaseUrl url, int size) {
        var config = config(url, "web", size, READ);
        config.setConnectionInitSql(
                "set statement_timeout = '10s'; set lock_timeout = '8s';"
                        + " set idle_in_transaction_session_timeout = '60s'");
        config.setInitializationFailTimeout(1);
        return new HikariDataSource(config);
    }

    /// For work that may take long, but must not wait for a lock for long.
    static HikariDataSource jobs(DatabaseUrl url, int size) {
        var config = config(url, "jobs", size, Duration.ZERO);
        config.setConnectionInitSql("set statement_timeout = 0; set lock_timeout = '10s'");
        return new HikariDataSource(config);
    }

    /// For the migrations, once at the start.
    static HikariDataSource owner(DatabaseUrl url) {
        var config = config(url, "owner", 3, Duration.ZERO);
        config.setConnectionInitSql(QUIETLY);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    /// The driver's properties of a connection that lives by itself.
    static Properties properties(DatabaseUrl url, String name, Duration read) {
        var properties = new Properties();
        properties.setProperty("user", url.user());
        properties.setProperty("password", url.password().value());
        properties.setProperty("ApplicationName", "trastienda-" + name);
        properties.setProperty("connectTimeout", Long.toString(CONNECT.toSeconds()));
        properties.setProperty("loginTimeout", Long.toString(CONNECT.toSeconds()));
        properties.setProperty("socketTimeout", Long.toString(read.toSeconds()));
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("reWriteBatchedInserts", "true");
        // error texts of the server repeat values of the row: they must not reach a log
        properties.setProperty("logServerErrorDetail", "false");
        return properties;
    }

    private static HikariConfig config(DatabaseUrl url, String name, int size, Duration read) {
        var config = new HikariConfig();
        config.setPoolName("trastienda-" + name);
        config.setJdbcUrl(url.jdbc());
        config.setDataSourceProperties(properties(url, name, read));
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(CONNECT.toMillis());
        config.setValidationTimeout(Duration.ofSeconds(5).toMillis());
        config.setMaxLifetime(MAX_AGE.toMillis());
        config.setKeepaliveTime(MAX_AGE.toMillis() / 2);
        config.setIdleTimeout(MAX_AGE.toMillis() / 2);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setInitializationFailTimeout(-1);
        return config;
    }
}
