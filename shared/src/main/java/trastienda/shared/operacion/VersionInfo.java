package trastienda.shared.operacion;

import java.util.List;

/// What the server says of itself before anyone signs in. `demo` accounts exist only in demo mode.
public record VersionInfo(
        String version, int api, int apiMinima, boolean demo, List<CuentaDemo> cuentas) {}
