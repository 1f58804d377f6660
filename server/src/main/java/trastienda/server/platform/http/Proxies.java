package trastienda.server.platform.http;

import io.javalin.http.Context;

import org.jspecify.annotations.Nullable;

import trastienda.server.platform.config.AddressRange;

import java.util.List;
import java.util.regex.Pattern;

/// Who really asks: `X-Forwarded-*` counts only when the connection comes from a trusted proxy, and
/// of several addresses the last one that is not a proxy itself.
final class Proxies {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.\\-\\[\\]:]{1,255}");
    private final List<AddressRange> trusted;

    Proxies(List<AddressRange> trusted) {
        this.trusted = trusted;
    }

    String address(Context ctx) {
        var peer = ctx.req().getRemoteAddr();
        var forwarded = ctx.header("X-Forwarded-For");
        if (forwarded == null || !trusts(peer)) {
            return peer;
        }
        var hops = forwarded.split(",");
        for (int i = hops.length - 1; i >= 0; i--) {
            var hop = hops[i].strip();
            if (!isAddress(hop)) {
                return peer;
            }
            if (!trusts(hop)) {
                return hop;
            }
        }
        return peer;
    }

    String scheme(Context ctx) {
        return scheme(
                ctx.req().getRemoteAddr(), ctx.req().getScheme(), ctx.header("X-Forwarded-Proto"));
    }

    /// @param real the connection's own scheme
    /// @param forwarded the header, null without one
    String scheme(String peer, String real, @Nullable String forwarded) {
        if (forwarded == null || !trusts(peer)) {
            return real;
        }
        return forwarded.equals("https") || forwarded.equals("http") ? forwarded : real;
    }

    String host(Context ctx) {
        var forwarded = ctx.header("X-Forwarded-Host");
        var host = forwarded != null && trusts(ctx.req().getRemoteAddr()) ? forwarded : null;
        host = host == null ? ctx.header("Host") : host;
        if (host == null || !HOST.matcher(host).matches()) {
            return ctx.req().getLocalName() + ":" + ctx.req().getLocalPort();
        }
        return host;
    }

    private boolean trusts(String address) {
        if (trusted.isEmpty() || !isAddress(address)) {
            return false;
        }
        var one = AddressRange.parse(address).network();
        return trusted.stream().anyMatch(range -> range.contains(one));
    }

    private static boolean isAddress(String text) {
        try {
            return text.indexOf('/') < 0 && AddressRange.parse(text).bits() > 0;
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
