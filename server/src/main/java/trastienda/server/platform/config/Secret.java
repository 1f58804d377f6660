package trastienda.server.platform.config;

/// A value that never shows itself in a log: [#toString] is a mask.
public record Secret(String value) {
    @Override
    public String toString() {
        return value.isEmpty() ? "(empty)" : "****";
    }
}
