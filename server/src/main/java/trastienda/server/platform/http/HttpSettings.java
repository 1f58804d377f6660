package trastienda.server.platform.http;

import trastienda.server.platform.config.Config;

import java.time.Duration;

/// Where the server listens and what it bounds: `maxConcurrent` requests run at once, more are
/// answered 503; a stop waits up to `stopTime` for those that run.
public record HttpSettings(Config.Listen listen, int maxConcurrent, Duration stopTime) {
    /// The usual bounds.
    public static HttpSettings of(Config.Listen listen) {
        return new HttpSettings(listen, 512, Duration.ofSeconds(30));
    }
}
