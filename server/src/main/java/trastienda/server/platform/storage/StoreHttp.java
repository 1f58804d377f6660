package trastienda.server.platform.storage;

import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;

/// The HTTP client that speaks to the store: its time limits, and how many calls at once.
final class StoreHttp {
    private static final int AT_ONCE = 128;
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration READ = Duration.ofSeconds(30);

    private StoreHttp() {}

    static OkHttpClient client(ExecutorService threads) {
        var dispatcher = new Dispatcher(threads);
        dispatcher.setMaxRequests(AT_ONCE);
        dispatcher.setMaxRequestsPerHost(AT_ONCE);
        return new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectTimeout(CONNECT)
                .readTimeout(READ)
                .writeTimeout(READ)
                .followRedirects(false)
                .addNetworkInterceptor(StoreHttp::leaveSpoiltConnection)
                .build();
    }

    /// Swift answers some HEADs with a chunked body, which HTTP forbids and which would be read as
    /// the start of the next answer: such a connection is not used again.
    private static Response leaveSpoiltConnection(Interceptor.Chain chain) throws IOException {
        var answer = chain.proceed(chain.request());
        var connection = chain.connection();
        if (connection != null
                && "HEAD".equals(chain.request().method())
                && "chunked".equalsIgnoreCase(answer.header("Transfer-Encoding"))) {
            connection.socket().close();
        }
        return answer;
    }
}
