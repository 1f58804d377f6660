package trastienda.shared.identidad;

/// A password an administrator set; shown once, changed at the next sign-in.
public record ClaveNueva(String clave) {}
