package trastienda.shared.operacion;

/// A demo account the sign-in screen offers.
public record CuentaDemo(String username, String nombre, String papel, String clave) {}
