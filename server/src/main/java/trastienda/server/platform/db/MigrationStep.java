package trastienda.server.platform.db;

/// One migration that has not run yet.
public record MigrationStep(String version, String description, String script) {}
