package trastienda.server.platform.config;

import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// All settings. Without any, a server for this machine alone: embedded database and store under
/// `data`, listening on 127.0.0.1:7070.
public record Config(Listen listen, Sources database, Store store, Folders folders, boolean demo) {

    /// Where people and programs reach us. Without `tls` or `trustedProxies` it is loopback.
    public record Listen(
            String host, int port, Optional<Tls> tls, List<AddressRange> trustedProxies) {
        /// Whether it is reachable from this machine only.
        public boolean loopback() {
            return isLoopback(host);
        }
    }

    /// PEM files of our certificate chain and its key.
    public record Tls(Path certificate, Path key) {}

    /// The data sources. Without `main` the embedded PostgreSQL is used. `migration` is the owner's
    /// login, `listen` a way around a pooler.
    public record Sources(
            Optional<DatabaseUrl> main,
            Optional<DatabaseUrl> migration,
            Optional<DatabaseUrl> listen,
            Optional<DatabaseUrl> ivr) {}

    /// The object store. Without `external` the embedded one is used. `pendingQuota`: most bytes of
    /// files that wait for it in PostgreSQL.
    public record Store(
            Optional<S3> external,
            String bucketTelefonica,
            String bucketLlamadas,
            Downloads downloads,
            long pendingQuota) {
        /// 2 GiB may wait in PostgreSQL for the store.
        public static final long PENDING_QUOTA = 2L << 30;
    }

    /// An S3 store: where we reach it, where desktops reach it, and our key.
    public record S3(URI endpoint, URI publicEndpoint, String accessKey, Secret secretKey) {}

    /// How files reach desktops.
    public enum Downloads {
        /// From the store where desktops can reach it, else through this server.
        AUTO,
        /// From the store.
        STORE,
        /// Through this server.
        SERVER
    }

    /// `data`: embedded database and store. `logs`: what it says of itself.
    public record Folders(Path data, Path logs) {}

    /// Reads and checks the settings.
    ///
    /// @throws ConfigException for the first one that is wrong
    public static Config from(Map<String, String> environment) {
        var values = new Values(environment);
        var demo = values.flag("TRASTIENDA_DEMO", false);
        var data = values.path("TRASTIENDA_DATA", Values.path("TRASTIENDA_DATA", ".trastienda"));
        if (Files.exists(data) && !Files.isDirectory(data)) {
            throw new ConfigException("TRASTIENDA_DATA", "is not a folder: " + data);
        }
        var folders = new Folders(data, values.path("TRASTIENDA_LOGS", data.resolve("logs")));
        return new Config(listen(values, demo), sources(values), store(values), folders, demo);
    }

    private static Listen listen(Values values, boolean demo) {
        var host = values.text("TRASTIENDA_HOST", "127.0.0.1");
        var port = values.port("TRASTIENDA_PORT", 7070, 0);
        var tls = tls(values);
        var proxies =
                values.text("TRASTIENDA_TRUSTED_PROXIES").map(Config::proxies).orElse(List.of());
        if (!isLoopback(host)) {
            if (demo) {
                throw new ConfigException(
                        "TRASTIENDA_HOST", "demo mode listens on loopback only, not on " + host);
            }
            if (tls.isEmpty() && proxies.isEmpty()) {
                throw new ConfigException(
                        "TRASTIENDA_HOST",
                        host
                                + " is not loopback: set TRASTIENDA_TLS_CERT and"
                                + " TRASTIENDA_TLS_KEY, or TRASTIENDA_TRUSTED_PROXIES");
            }
        }
        return new Listen(host, port, tls, proxies);
    }

    private static Optional<Tls> tls(Values values) {
        var certificate = values.text("TRASTIENDA_TLS_CERT");
        var key = values.text("TRASTIENDA_TLS_KEY");
        if (certificate.isEmpty() && key.isEmpty()) {
            return Optional.empty();
        }
        if (certificate.isEmpty()) {
            throw new ConfigException(
                    "TRASTIENDA_TLS_CERT", "is missing beside TRASTIENDA_TLS_KEY");
        }
        if (key.isEmpty()) {
            throw new ConfigException(
                    "TRASTIENDA_TLS_KEY", "is missing beside TRASTIENDA_TLS_CERT");
        }
        return Optional.of(
                new Tls(
                        readable("TRASTIENDA_TLS_CERT", certificate.get()),
                        readable("TRASTIENDA_TLS_KEY", key.get())));
    }

    private static Path readable(String variable, String value) {
        var path = Values.path(variable, value);
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw new ConfigException(variable, "is not a file that can be read: " + path);
        }
        return path;
    }

    private static List<AddressRange> proxies(String text) {
        try {
            return Arrays.stream(text.split("[,\\s]+"))
                    .filter(part -> !part.isEmpty())
                    .map(AddressRange::parse)
                    .toList();
        } catch (IllegalArgumentException wrong) {
            throw new ConfigException(
                    "TRASTIENDA_TRUSTED_PROXIES",
                    "must be addresses or ranges separated by commas; " + wrong.getMessage(),
                    wrong);
        }
    }

    private static Sources sources(Values values) {
        var main = database(values, "DATABASE_URL").or(() -> databaseByParts(values));
        var migration = database(values, "DATABASE_MIGRATION_URL");
        var listen = database(values, "DATABASE_LISTEN_URL");
        for (var beside : List.of("DATABASE_MIGRATION_URL", "DATABASE_LISTEN_URL")) {
            if (main.isEmpty() && values.text(beside).isPresent()) {
                throw new ConfigException(
                        beside, "needs DATABASE_URL beside it; the embedded database has its own");
            }
        }
        return new Sources(main, migration, listen, database(values, "IVR_DATABASE_URL"));
    }

    private static Optional<DatabaseUrl> database(Values values, String variable) {
        return values.text(variable).map(text -> DatabaseUrl.parse(variable, text));
    }

    private static Optional<DatabaseUrl> databaseByParts(Values values) {
        @Nullable String host = values.text("DATABASE_HOST").orElse(null);
        if (host == null) {
            for (var part :
                    List.of(
                            "DATABASE_PORT",
                            "DATABASE_NAME",
                            "DATABASE_USER",
                            "DATABASE_PASSWORD")) {
                if (values.text(part).isPresent()) {
                    throw new ConfigException(
                            "DATABASE_HOST",
                            "is missing beside " + part + " (or set DATABASE_URL)");
                }
            }
            return Optional.empty();
        }
        if (host.matches(".*[/@?\\s].*")) {
            throw new ConfigException("DATABASE_HOST", "must be a host name or address alone");
        }
        var port = values.port("DATABASE_PORT", 5432, 1);
        var bracketed = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        return Optional.of(
                new DatabaseUrl(
                        bracketed + ":" + port,
                        values.required("DATABASE_NAME", "is missing beside DATABASE_HOST"),
                        values.required("DATABASE_USER", "is missing beside DATABASE_HOST"),
                        new Secret(values.text("DATABASE_PASSWORD", "")),
                        Map.of()));
    }

    private static Store store(Values values) {
        var telefonica = bucket(values, "MINIO_BUCKET_NAME_TELEFONICA", "telefonica-crea-online");
        var llamadas = bucket(values, "MINIO_BUCKET_NAME_LLAMADAS", "llamadas-crea-online");
        var secure = values.flag("MINIO_SECURE", false);
        var external =
                values.text("MINIO_ENDPOINT")
                        .map(text -> s3(values, Values.endpoint("MINIO_ENDPOINT", text, secure)));
        return new Store(
                external,
                telefonica,
                llamadas,
                downloads(values, external.isPresent()),
                values.bytes("TRASTIENDA_PENDING_QUOTA", Store.PENDING_QUOTA));
    }

    private static S3 s3(Values values, URI endpoint) {
        var secure = endpoint.getScheme().equals("https");
        var reached =
                values.text("MINIO_PUBLIC_ENDPOINT")
                        .map(text -> Values.endpoint("MINIO_PUBLIC_ENDPOINT", text, secure))
                        .orElse(endpoint);
        return new S3(
                endpoint,
                reached,
                values.required("MINIO_ACCESS_KEY", "is missing beside MINIO_ENDPOINT"),
                new Secret(
                        values.required("MINIO_SECRET_KEY", "is missing beside MINIO_ENDPOINT")));
    }

    private static Downloads downloads(Values values, boolean external) {
        var text = values.text("TRASTIENDA_DOWNLOADS", "auto");
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "auto" -> Downloads.AUTO;
            case "server" -> Downloads.SERVER;
            case "store" -> {
                if (!external) {
                    throw new ConfigException(
                            "TRASTIENDA_DOWNLOADS",
                            "cannot be store with the embedded store: set MINIO_ENDPOINT");
                }
                yield Downloads.STORE;
            }
            default ->
                    throw new ConfigException(
                            "TRASTIENDA_DOWNLOADS", "must be auto, store or server, not " + text);
        };
    }

    private static String bucket(Values values, String variable, String otherwise) {
        var name = values.text(variable, otherwise);
        if (!name.matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")) {
            throw new ConfigException(
                    variable,
                    "must be a bucket name: 3-63 lower-case letters, digits, dots, dashes");
        }
        return name;
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            throw new ConfigException("TRASTIENDA_HOST", "no such address: " + host, unknown);
        }
    }
}
