package trastienda.server.platform.http;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.CompletableFuture;

/// A connector whose end waits for running requests alone: connections on which nothing is asked
/// are closed at once. Jetty gives each of them, busy or not, the same time.
final class PromptConnector extends ServerConnector {
    private static final Logger LOG = LoggerFactory.getLogger(PromptConnector.class);
    private static final int AGAIN_MILLIS = 50;

    PromptConnector(Server server, HttpConnectionFactory factory) {
        super(server, factory);
    }

    PromptConnector(Server server, SslContextFactory.Server tls, HttpConnectionFactory factory) {
        super(server, tls, factory);
    }

    @Override
    public CompletableFuture<Void> shutdown() {
        var done = super.shutdown();
        hangUp(done);
        return done;
    }

    /// Again and again, because a request that runs now leaves its connection open when it ends.
    private void hangUp(CompletableFuture<Void> done) {
        if (done.isDone()) {
            return;
        }
        for (var endPoint : getConnectedEndPoints()) {
            if (isIdle(endPoint.getConnection())) {
                endPoint.close();
            }
        }
        var next = getScheduler().schedule(() -> hangUp(done), AGAIN_MILLIS, MILLISECONDS);
        LOG.debug("Connections on which nothing is asked are closed; again: {}", next);
    }

    private static boolean isIdle(@Nullable Connection connection) {
        return switch (connection) {
            case HttpConnection http -> http.getHttpChannel().getRequest() == null;
            case SslConnection tls -> isIdle(tls.getSslEndPoint().getConnection());
            case null, default -> false;
        };
    }
}
