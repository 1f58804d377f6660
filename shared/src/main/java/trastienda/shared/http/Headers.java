package trastienda.shared.http;

/// Header names of our own protocol.
public final class Headers {
    /// The protocol's number, sent both ways; see [ApiVersion].
    public static final String API = "Trastienda-Api";

    /// A client's key that makes a write happen at most once; 8–200 visible ASCII characters.
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    /// A file's own name, percent-encoded UTF-8.
    public static final String FILE_NAME = "X-File-Name";

    /// Lower-case hexadecimal SHA-256 of a file's bytes.
    public static final String CONTENT_SHA256 = "X-Content-SHA256";

    /// Seconds since the person last touched keyboard or mouse.
    public static final String INPUT_AGE = "X-Input-Age";

    /// Why, when a write asks for a reason; percent-encoded UTF-8.
    public static final String REASON = "X-Motivo";

    private Headers() {}
}
