package trastienda.server.ventas;

import org.jspecify.annotations.Nullable;

import trastienda.server.platform.auth.Principal;
import trastienda.shared.identidad.Permiso;

/// Who sees documents and phones as they are, and what the others see instead: `••••4050`.
final class Masking {
    private static final String DOTS = "••••";
    private static final int SHOWN = 4;

    private Masking() {}

    /// Whether the principal sees the values of that agent's sale. Agents only those of their own,
    /// also when another group lets them see more sales.
    static boolean open(Principal principal, @Nullable Long agente) {
        if (!principal.may(Permiso.VENTAS_DATO_SENSIBLE)) {
            return false;
        }
        var own = agente != null && agente.equals(principal.userId());
        return own
                || !principal.may(Permiso.VENTAS_VER_PROPIAS)
                || principal.may(Permiso.VENTAS_DECIDIR);
    }

    /// Whether the principal sees the values of every sale of that scope.
    static boolean open(Principal principal, Scope scope) {
        return switch (scope) {
            case Scope.Own(var userId) -> open(principal, (Long) userId);
            case Scope.Team team -> open(principal, (Long) null);
            case Scope.All all -> open(principal, (Long) null);
        };
    }

    /// The value with only its last four characters; shorter ones show nothing.
    static String mask(String value) {
        if (value.isEmpty()) {
            return value;
        }
        return value.length() <= SHOWN ? DOTS : DOTS + value.substring(value.length() - SHOWN);
    }

    /// Whether a form sent back what it was shown masked.
    static boolean isMasked(@Nullable String typed) {
        return typed != null && typed.startsWith("•");
    }

    /// A NIP shows nothing: four of its five digits would be nearly all.
    static String nip() {
        return DOTS;
    }
}
