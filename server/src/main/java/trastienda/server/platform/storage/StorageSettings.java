package trastienda.server.platform.storage;

import trastienda.server.platform.config.Config;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Where files are kept. Without an `endpoint` the embedded store runs in `dataDir` (absolute).
/// `publicEndpoint` is the address desktops reach the store under; `buckets` maps a
/// `MINIO_BUCKET_NAME_…` variable to what it was set to.
public record StorageSettings(
        Optional<URI> endpoint,
        Optional<URI> publicEndpoint,
        String accessKey,
        String secretKey,
        Optional<String> region,
        Config.Downloads downloads,
        Path dataDir,
        Map<String, String> buckets) {

    public StorageSettings {
        buckets = Map.copyOf(buckets);
    }

    /// As this server was told. The bucket's region is asked of the store.
    public static StorageSettings from(Config config) {
        var store = config.store();
        var external = store.external();
        return new StorageSettings(
                external.map(Config.S3::endpoint),
                external.map(Config.S3::publicEndpoint),
                external.map(Config.S3::accessKey).orElse(""),
                external.map(s3 -> s3.secretKey().value()).orElse(""),
                Optional.empty(),
                store.downloads(),
                config.folders().data().toAbsolutePath(),
                Map.of(
                        "MINIO_BUCKET_NAME_TELEFONICA", store.bucketTelefonica(),
                        "MINIO_BUCKET_NAME_LLAMADAS", store.bucketLlamadas()));
    }

    /// The embedded store in that folder.
    public static StorageSettings embedded(Path dataDir) {
        return new StorageSettings(
                Optional.empty(),
                Optional.empty(),
                "",
                "",
                Optional.empty(),
                Config.Downloads.AUTO,
                dataDir,
                Map.of());
    }

    /// A store elsewhere.
    public static StorageSettings at(URI endpoint, String accessKey, String secretKey) {
        return new StorageSettings(
                Optional.of(endpoint),
                Optional.empty(),
                accessKey,
                secretKey,
                Optional.empty(),
                Config.Downloads.AUTO,
                Path.of("").toAbsolutePath(),
                Map.of());
    }

    /// The address that links for desktops carry.
    Optional<URI> linkEndpoint() {
        return publicEndpoint.or(() -> endpoint);
    }

    /// Whether desktops cannot be sent to the store itself.
    boolean streamOnly() {
        return switch (downloads) {
            case SERVER -> true;
            case STORE -> false;
            case AUTO -> linkEndpoint().map(StorageSettings::isLoopback).orElse(true);
        };
    }

    private static boolean isLoopback(URI address) {
        var host = address.getHost();
        if ("localhost".equalsIgnoreCase(host)) {
            return true;
        }
        if (!host.startsWith("[") && !host.chars().allMatch(c -> "0123456789.".indexOf(c) >= 0)) {
            return false;
        }
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException notAnAddress) {
            return false;
        }
    }

    /// Without the secret.
    @Override
    public String toString() {
        return "StorageSettings[endpoint="
                + endpoint.map(URI::toString).orElse("embedded in " + dataDir)
                + ", accessKey="
                + accessKey
                + ", secretKey=***, downloads="
                + downloads
                + "]";
    }
}
