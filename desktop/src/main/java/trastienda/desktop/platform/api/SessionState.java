package trastienda.desktop.platform.api;

import trastienda.shared.identidad.Yo;

/// Who uses the desktop now.
public sealed interface SessionState {
    /// Nobody; `why` is what the sign-in screen explains.
    record SignedOut(Why why) implements SessionState {}

    /// This person. While `debeCambiarClave` is set only the change of password is open.
    record SignedIn(Yo yo) implements SessionState {}

    /// Why nobody is signed in.
    enum Why {
        /// The program was just started.
        START,
        /// The person signed out.
        LEFT,
        /// The session ended: idle too long, twelve hours, or an administrator ended it.
        EXPIRED,
        /// The account was disabled.
        DISABLED
    }
}
