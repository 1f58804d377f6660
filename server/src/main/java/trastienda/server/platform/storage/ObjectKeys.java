package trastienda.server.platform.storage;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Object keys as they stand in an address.
final class ObjectKeys {
    private ObjectKeys() {}

    /// The key with every segment percent-encoded and its slashes kept.
    static String encode(String key) {
        return URLEncoder.encode(key, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~")
                .replace("%2F", "/");
    }
}
