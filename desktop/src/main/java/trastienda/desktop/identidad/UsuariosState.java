package trastienda.desktop.identidad;

import trastienda.desktop.platform.api.ApiFailure;

/// What the list of people shows.
sealed interface UsuariosState {
    /// On their way.
    record Loading() implements UsuariosState {}

    /// Rows.
    record Rows() implements UsuariosState {}

    /// Nobody matches.
    record Empty() implements UsuariosState {}

    /// They did not come.
    record Failed(ApiFailure failure) implements UsuariosState {}
}
