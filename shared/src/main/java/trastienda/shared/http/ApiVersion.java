package trastienda.shared.http;

/// The protocol between desktop and server. A client works with servers whose number is between
/// [#OLDEST] and [#CURRENT].
public final class ApiVersion {
    /// What this program speaks.
    public static final int CURRENT = 1;

    /// The oldest it still understands.
    public static final int OLDEST = 1;

    private ApiVersion() {}
}
