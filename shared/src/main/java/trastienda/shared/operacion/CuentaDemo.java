package trastienda.shared.operacion;

/// A demo account the sign-in screen offers.
///
/// @param grupo the name of the group it is in
public record CuentaDemo(String username, String nombre, String grupo, String clave) {}
