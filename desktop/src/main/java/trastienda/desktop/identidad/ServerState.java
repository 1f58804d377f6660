package trastienda.desktop.identidad;

import trastienda.desktop.platform.api.ApiFailure;
import trastienda.shared.operacion.VersionInfo;

/// What the sign-in screen knows of the server.
sealed interface ServerState {
    /// Asked, no answer yet.
    record Asking() implements ServerState {}

    /// It answers.
    record Answers(VersionInfo info) implements ServerState {}

    /// It does not, or we cannot talk to it.
    record Away(ApiFailure failure) implements ServerState {}
}
