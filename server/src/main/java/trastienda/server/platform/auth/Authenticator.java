package trastienda.server.platform.auth;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/// Turns a request's credentials into a principal. Implemented by `identidad`.
public interface Authenticator {
    /// @param authorization the `Authorization` header as sent, or null without one
    /// @param inputAge how long ago the person last touched the keyboard; null when the client does
    ///   not say
    /// @return the principal; null without credentials
    /// @throws trastienda.shared.problem.ProblemException `SESION_VENCIDA`, `NO_AUTENTICADO`,
    ///   `CUENTA_INACTIVA`
    @Nullable Principal authenticate(@Nullable String authorization, @Nullable Duration inputAge);

    /// Whether the session of a person is still open, or a program's key still lets it do what it
    /// did; asked now and then for sockets, which outlive their credentials.
    default boolean stillValid(Principal principal) {
        return true;
    }
}
