package trastienda.desktop.platform.api;

import org.jspecify.annotations.Nullable;

/// What a streamed answer said of itself: bytes received, media type, and the SHA-256 the server
/// named, if it did.
public record Download(long bytes, @Nullable String mediaType, @Nullable String sha256) {}
