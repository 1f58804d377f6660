package trastienda.server.platform.config;

import org.jspecify.annotations.Nullable;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// Where a PostgreSQL database is and who we are there. `hosts` is `host:port`, several of them
/// separated by commas; `options` are the driver's (`sslmode`).
public record DatabaseUrl(
        String hosts, String name, String user, Secret password, Map<String, String> options) {

    /// Reads `postgresql://user:password@host:port/name?sslmode=require` (percent-encoded) or the
    /// JDBC form `jdbc:postgresql://host:port/name?user=…&password=…`.
    ///
    /// @throws ConfigException naming `variable`
    public static DatabaseUrl parse(String variable, String text) {
        var rest = text.startsWith("jdbc:") ? text.substring("jdbc:".length()) : text;
        var scheme = rest.indexOf("://");
        if (scheme < 0 || !rest.substring(0, scheme).matches("postgres(ql)?")) {
            throw new ConfigException(
                    variable,
                    "must look like postgresql://user:password@host:5432/name"
                            + " or jdbc:postgresql://host:5432/name?user=…");
        }
        rest = rest.substring(scheme + 3);
        var options = new LinkedHashMap<String, String>();
        var question = rest.indexOf('?');
        if (question >= 0) {
            readOptions(variable, rest.substring(question + 1), options);
            rest = rest.substring(0, question);
        }
        var slash = rest.indexOf('/');
        if (slash < 0 || slash == rest.length() - 1) {
            throw new ConfigException(variable, "names no database after the host");
        }
        var name = decode(variable, rest.substring(slash + 1));
        var authority = rest.substring(0, slash);
        var at = authority.lastIndexOf('@');
        @Nullable String user = options.remove("user");
        @Nullable String password = options.remove("password");
        if (at >= 0) {
            var login = authority.substring(0, at);
            var colon = login.indexOf(':');
            user = decode(variable, colon < 0 ? login : login.substring(0, colon));
            if (colon >= 0) {
                password = decode(variable, login.substring(colon + 1));
            }
        }
        if (user == null || user.isEmpty()) {
            throw new ConfigException(variable, "names no user");
        }
        var hosts = hosts(variable, authority.substring(at + 1));
        return new DatabaseUrl(
                hosts,
                name,
                user,
                new Secret(password == null ? "" : password),
                Map.copyOf(options));
    }

    /// The address for the JDBC driver, without user and password.
    public String jdbc() {
        var query =
                options.entrySet().stream()
                        .map(option -> encode(option.getKey()) + "=" + encode(option.getValue()))
                        .sorted()
                        .collect(Collectors.joining("&"));
        return "jdbc:postgresql://"
                + hosts
                + "/"
                + encode(name)
                + (query.isEmpty() ? "" : "?" + query);
    }

    /// The same server and user, another database.
    public DatabaseUrl withName(String other) {
        return new DatabaseUrl(hosts, other, user, password, options);
    }

    private static void readOptions(String variable, String query, Map<String, String> into) {
        for (var part : query.split("&")) {
            var equals = part.indexOf('=');
            if (equals > 0) {
                into.put(
                        decode(variable, part.substring(0, equals)),
                        decode(variable, part.substring(equals + 1)));
            }
        }
    }

    private static String hosts(String variable, String text) {
        var checked = text.isEmpty() ? "localhost" : text;
        for (var host : checked.split(",")) {
            var colon = host.lastIndexOf(':');
            if (colon > host.lastIndexOf(']')) {
                Values.port(variable, host.substring(colon + 1), 1);
            }
        }
        return checked;
    }

    private static String decode(String variable, String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException wrong) {
            throw new ConfigException(variable, "has a wrong percent sign in it", wrong);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
