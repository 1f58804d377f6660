package trastienda.server.platform.http;

import trastienda.shared.identidad.Permiso;

import java.util.Set;

/// Who may call a route. Every route names one.
public sealed interface Access {
    /// Anyone, signed in or not.
    record Anonymous() implements Access {}

    /// Any signed-in person, whatever they may do; `beforePasswordChange`: also one who must choose
    /// a new password first.
    record SignedIn(boolean beforePasswordChange) implements Access {}

    /// People and programs that hold at least one of these.
    record Needs(Set<Permiso> anyOf) implements Access {}

    /// Anyone.
    static Access anonymous() {
        return new Anonymous();
    }

    /// Any signed-in person.
    static Access signedIn() {
        return new SignedIn(false);
    }

    /// Any signed-in person, also one who must choose a new password first.
    static Access signedInBeforePasswordChange() {
        return new SignedIn(true);
    }

    /// Who holds at least one of these.
    static Access needs(Permiso... anyOf) {
        return new Needs(Set.of(anyOf));
    }
}
