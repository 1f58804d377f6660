package trastienda.desktop.platform.api;

import okhttp3.HttpUrl;

import java.util.Optional;
import java.util.Set;

/// Where the server is. Plain http is allowed to this computer only.
public record ServerAddress(HttpUrl url) {
    /// Used when nobody named another.
    public static final String DEFAULT = "http://127.0.0.1:7070";

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1", "[::1]");

    /// The address as people write it; without a scheme it is https, or http for this computer.
    public static Optional<ServerAddress> parse(String text) {
        var trimmed = text.strip();
        if (trimmed.isEmpty()) {
            return Optional.empty();
        }
        var url = HttpUrl.parse(trimmed.contains("://") ? trimmed : guess(trimmed));
        return Optional.ofNullable(url).filter(ServerAddress::isAllowed).map(ServerAddress::new);
    }

    /// Whether it is an address at all that only lacks encryption.
    public static boolean isPlainHttpElsewhere(String text) {
        var url = HttpUrl.parse(text.strip());
        return url != null && !isAllowed(url);
    }

    private static String guess(String text) {
        var https = HttpUrl.parse("https://" + text);
        return https != null && LOOPBACK.contains(https.host())
                ? "http://" + text
                : "https://" + text;
    }

    private static boolean isAllowed(HttpUrl url) {
        return url.isHttps() || LOOPBACK.contains(url.host());
    }

    /// Host and port, as the sign-in screen shows it.
    public String shown() {
        return url.host() + ":" + url.port();
    }
}
