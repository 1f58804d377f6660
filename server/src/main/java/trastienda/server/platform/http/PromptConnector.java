package trastienda.server.platform.http;

import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;

import java.util.concurrent.CompletableFuture;

/// A connector whose end waits for running requests alone: connections on which nothing is asked
/// are closed at once. Jetty gives each of them, busy or not, the same time.
final class PromptConnector extends ServerConnector {
    PromptConnector(Server server, HttpConnectionFactory factory) {
        super(server, factory);
    }

    PromptConnector(Server server, SslContextFactory.Server tls, HttpConnectionFactory factory) {
        super(server, tls, factory);
    }

    @Override
    public CompletableFuture<Void> shutdown() {
        var done = super.shutdown();
        for (var endPoint : getConnectedEndPoints()) {
            if (isIdle(endPoint.getConnection())) {
                endPoint.close();
            }
        }
        return done;
    }

    private static boolean isIdle(@Nullable Connection connection) {
        return switch (connection) {
            case HttpConnection http -> http.getHttpChannel().getRequest() == null;
            case SslConnection tls -> isIdle(tls.getSslEndPoint().getConnection());
            case null, default -> false;
        };
    }
}
