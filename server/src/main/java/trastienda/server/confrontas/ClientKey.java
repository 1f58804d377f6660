package trastienda.server.confrontas;

import org.jspecify.annotations.Nullable;

import trastienda.server.platform.auth.Principal;
import trastienda.shared.http.Headers;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;
import trastienda.shared.problem.Regla;

/// A client's idempotency key and whose it is: two people may choose the same.
record ClientKey(String owner, String key) {
    private static final int LEAST = 8;
    private static final int MOST = 200;

    /// The key of a request, or null when it brought none.
    static @Nullable ClientKey of(Principal principal, @Nullable String sent) {
        if (sent == null) {
            return null;
        }
        if (sent.length() < LEAST
                || sent.length() > MOST
                || !sent.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            throw ProblemException.field(
                    ProblemCode.PARAMETRO_INVALIDO,
                    Headers.IDEMPOTENCY_KEY,
                    Regla.LARGO,
                    LEAST,
                    MOST);
        }
        var userId = principal.userId();
        var owner = userId == null ? "programa:" + principal.name() : "user:" + userId;
        return new ClientKey(owner, sent);
    }
}
