package trastienda.desktop.platform.transfer;

/// A file kept in the spool that has no place to go yet: its sale is still being written.
public record Held(String id, String name, long size, String sha256) {}
