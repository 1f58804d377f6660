package trastienda.desktop.testing;

import trastienda.desktop.platform.api.ApiClient;
import trastienda.desktop.platform.api.Connection;
import trastienda.desktop.platform.api.ServerAddress;
import trastienda.desktop.platform.api.Session;
import trastienda.desktop.platform.api.SignIn;
import trastienda.desktop.platform.fx.DirectBackground;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;

/// A desktop's way to the server without a window, for one person. Everything happens at once, on
/// the test's thread.
public record Clerk(
        ApiClient api,
        Session session,
        Connection connection,
        SignIn signIn,
        DirectBackground background)
        implements AutoCloseable {
    /// Nobody is in yet.
    public static Clerk at(String url) {
        return at(url, Instant::now);
    }

    /// Nobody is in yet; the session looks at this clock.
    public static Clerk at(String url, InstantSource clock) {
        var background = new DirectBackground();
        var session = new Session(background, clock);
        var connection = new Connection(background, clock);
        var api =
                new ApiClient(
                        ServerAddress.parse(url).orElseThrow(), session, connection, () -> 0L);
        return new Clerk(api, session, connection, new SignIn(api, session), background);
    }

    /// This person of the shared office is in.
    public static Clerk in(String username) {
        return at(Office.open().url()).enter(username);
    }

    /// Signs a person in.
    public Clerk enter(String username) {
        try {
            signIn.enter(signIn.signIn(username, People.PASSWORD));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return this;
    }

    @Override
    public void close() {
        api.close();
    }
}
