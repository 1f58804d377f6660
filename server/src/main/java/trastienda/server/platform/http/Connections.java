package trastienda.server.platform.http;

import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.Callback;

/// HTTP/1.1 as Jetty speaks it, but that a request with an address that is none is read to the end
/// of its headers: only then is known which body the refusal is to have and whether the way in is
/// secure. Jetty alone forgets such an address at once.
final class Connections extends HttpConnectionFactory {
    Connections(HttpConfiguration http) {
        super(http);
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint endPoint) {
        var connection = new Patient(getHttpConfiguration(), connector, endPoint);
        connection.setTransferEncodingChunkMaxLength(getTransferEncodingChunkMaxLength());
        return configure(connection, connector, endPoint);
    }

    private static final class Patient extends HttpConnection {
        /// Whether the request that is being read or answered has no address.
        private volatile boolean lost;

        Patient(HttpConfiguration http, Connector connector, EndPoint endPoint) {
            super(http, connector, endPoint);
        }

        @Override
        protected HttpStreamOverHTTP1 newHttpStream(
                String method, String uri, HttpVersion version) {
            try {
                var stream = super.newHttpStream(method, uri, version);
                lost = false;
                return stream;
            } catch (IllegalArgumentException | HttpException.RuntimeException malformed) {
                lost = true;
                return super.newHttpStream(method, ErrorAnswers.near(uri), version);
            }
        }
    }

    /// Answers 400 to what came without an address.
    static final class Refusal extends Handler.Wrapper {
        @Override
        public boolean handle(Request request, Response response, Callback callback)
                throws Exception {
            var connection = request.getConnectionMetaData().getConnection();
            if (connection instanceof Patient patient && patient.lost) {
                Response.writeError(request, response, callback, 400);
                return true;
            }
            return super.handle(request, response, callback);
        }
    }
}
