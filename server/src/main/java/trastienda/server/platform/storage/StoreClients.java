package trastienda.server.platform.storage;

import io.minio.MinioAsyncClient;

import okhttp3.OkHttpClient;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutorService;

/// What speaks to one store: made when the store is first needed, for it takes as long as a third
/// of the server's start.
///
/// @param quick gives up soon, for signs of life
/// @param links signs addresses as clients reach the store
record StoreClients(
        OkHttpClient http,
        MinioAsyncClient client,
        MinioAsyncClient quick,
        MinioAsyncClient links) {
    private static final Duration PING = Duration.ofSeconds(3);

    /// @param settings with an endpoint
    static StoreClients of(StorageSettings settings, ExecutorService threads) {
        var http = StoreHttp.client(threads);
        var endpoint = settings.endpoint().orElseThrow();
        return new StoreClients(
                http,
                client(settings, endpoint, http),
                client(settings, endpoint, http.newBuilder().callTimeout(PING).build()),
                client(settings, settings.linkEndpoint().orElse(endpoint), http));
    }

    private static MinioAsyncClient client(
            StorageSettings settings, URI endpoint, OkHttpClient over) {
        var builder =
                MinioAsyncClient.builder()
                        .endpoint(endpoint.toString())
                        .credentials(settings.accessKey(), settings.secretKey())
                        .httpClient(over);
        settings.region().ifPresent(builder::region);
        return builder.build();
    }
}
