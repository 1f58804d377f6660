package trastienda.shared.http;

import java.util.OptionalInt;

/// The protocol between desktop and server, a number in the header [Headers#API] both ways. The
/// server says the newest it speaks; a client names the one it speaks in this request: its own
/// newest, or the server's where that is less. Each end refuses what is under its [#OLDEST], and
/// the server what is over its [#CURRENT]; only [Paths#VERSION] and [Paths#HEALTH] answer anyone.
public final class ApiVersion {
    /// What this program speaks.
    public static final int CURRENT = 1;

    /// The oldest it still understands.
    public static final int OLDEST = 1;

    /// The number of a header's text; empty for text that is no such number.
    public static OptionalInt parse(String text) {
        return text.matches("[0-9]{1,6}")
                ? OptionalInt.of(Integer.parseInt(text))
                : OptionalInt.empty();
    }

    private ApiVersion() {}
}
