package trastienda.desktop.platform.api;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/// Short codes that a person can read out and that are in the log once.
public final class References {
    private static final Logger LOG = LoggerFactory.getLogger(References.class);

    private References() {}

    /// Logs an unexpected failure and answers its code (`7F3A-91B2`).
    public static String log(Throwable cause) {
        var reference = next();
        LOG.error("unexpected failure {}", reference, cause);
        return reference;
    }

    static String next() {
        var hex = HexFormat.of().withUpperCase();
        var random = ThreadLocalRandom.current();
        return hex.toHexDigits((short) random.nextInt())
                + "-"
                + hex.toHexDigits((short) random.nextInt());
    }
}
