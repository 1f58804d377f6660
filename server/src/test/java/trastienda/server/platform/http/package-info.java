/// Tests of the HTTP core on a real listening server. Start at `HttpServerTest`.
@NullMarked
package trastienda.server.platform.http;

import org.jspecify.annotations.NullMarked;
