package trastienda.server;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Deque;

/// Closes what was opened, newest first, whatever one of them says.
final class Closing {
    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

    private Closing() {}

    static void all(Deque<AutoCloseable> parts) {
        while (!parts.isEmpty()) {
            var part = parts.pop();
            try {
                part.close();
            } catch (Exception failure) {
                LOG.warn("{} did not close cleanly", part.getClass().getSimpleName(), failure);
            }
        }
    }
}
