package trastienda.desktop.platform.api;

import okhttp3.HttpUrl;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/// Where the server is. Plain http is accepted for this machine only.
public final class ServerAddress {
    private final AtomicReference<HttpUrl> url;

    /// @throws IllegalArgumentException for an address that may not be used
    public ServerAddress(String address) {
        url = new AtomicReference<>(checked(address));
    }

    /// The address as a base of paths.
    public HttpUrl url() {
        return Objects.requireNonNull(url.get());
    }

    /// Moves to another server.
    ///
    /// @throws IllegalArgumentException for an address that may not be used
    public void set(String address) {
        url.set(checked(address));
    }

    private static HttpUrl checked(String address) {
        var parsed = HttpUrl.parse(address.strip());
        if (parsed == null) {
            throw new IllegalArgumentException("not an address: " + address);
        }
        if (!parsed.isHttps() && !loopback(parsed.host())) {
            throw new IllegalArgumentException("only https reaches another machine: " + address);
        }
        return parsed;
    }

    private static boolean loopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
