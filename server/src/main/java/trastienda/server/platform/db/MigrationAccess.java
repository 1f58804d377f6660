package trastienda.server.platform.db;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import trastienda.server.platform.config.Config;
import trastienda.server.platform.config.ConfigException;
import trastienda.server.platform.config.DatabaseUrl;

import java.util.Optional;

/// The owner's way into the database, which a start with nothing to migrate does not go. Tried once
/// after it, so that a wrong one is known before the next upgrade instead of by it.
public final class MigrationAccess {
    private static final Logger LOG = LoggerFactory.getLogger(MigrationAccess.class);
    private static final String VARIABLE = "DATABASE_MIGRATION_URL";

    private final Optional<DatabaseUrl> owner;
    private volatile boolean wrong;

    public MigrationAccess(Config config) {
        var main = config.database().main();
        this.owner =
                config.database()
                        .migration()
                        .filter(url -> main.isPresent() && !url.equals(main.get()));
    }

    /// Tries it in the background.
    public void begin() {
        owner.ifPresent(
                url -> Thread.ofVirtual().name("migration-access").start(() -> tryOut(url)));
    }

    /// What whoever runs the server should know; empty when all is well, or not tried yet.
    public String remark() {
        return wrong ? VARIABLE + " cannot be used: the next upgrade would fail" : "";
    }

    private void tryOut(DatabaseUrl url) {
        try {
            Databases.check(VARIABLE, url);
        } catch (ConfigException refused) {
            wrong = true;
            LOG.warn("The next upgrade would fail: {}", refused.getMessage());
        }
    }
}
