package trastienda.desktop.identidad;

import trastienda.desktop.platform.api.ApiFailure;
import trastienda.shared.identidad.Yo;

/// Where the sign-in stands.
sealed interface IngresoState {
    /// The person types.
    record Typing() implements IngresoState {}

    /// Name and password are on their way.
    record Checking() implements IngresoState {}

    /// The server refused, or did not answer.
    record Failed(ApiFailure failure) implements IngresoState {}

    /// Right, but a new password must be chosen first.
    record MustChange(Yo yo) implements IngresoState {}
}
