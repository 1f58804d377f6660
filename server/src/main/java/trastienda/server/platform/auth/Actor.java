package trastienda.server.platform.auth;

import org.jspecify.annotations.Nullable;

/// A principal and where the request came from: client address (after trusted proxies) and program.
public record Actor(Principal principal, @Nullable String address, @Nullable String userAgent) {
    /// Our own jobs.
    public static final Actor SYSTEM = new Actor(Principal.Service.SYSTEM, null, null);
}
