package trastienda.shared.http;

import java.util.regex.Matcher;

/// Every address of the API. `{name}` stands for a value; all end in a slash as the seeds' do.
public final class Paths {
    public static final String LOGIN = "/api/v1/auth/login/";
    public static final String REFRESH = "/api/v1/auth/refresh/";
    public static final String LOGOUT = "/api/v1/auth/logout/";
    public static final String PASSWORD = "/api/v1/auth/password/";
    public static final String ME = "/api/v1/auth/yo/";
    public static final String SESSIONS = "/api/v1/auth/sesiones/";
    public static final String SESSION = "/api/v1/auth/sesiones/{id}/";
    public static final String VERSION = "/api/v1/version";
    public static final String HEALTH = "/health/";
    public static final String METRICS = "/metrics";
    public static final String OPENAPI = "/openapi.json";
    public static final String DOCS = "/docs/";
    public static final String EVENTS = "/ws/eventos/";

    public static final String VENTAS = "/api/v1/ventas/";
    public static final String VENTAS_ANCLAS = "/api/v1/ventas/anclas/";
    public static final String VENTA = "/api/v1/ventas/{id}/";
    public static final String VENTA_HISTORIAL = "/api/v1/ventas/{id}/historial/";
    public static final String VENTA_DATO = "/api/v1/ventas/{id}/dato/{campo}/";
    public static final String VENTA_ARCHIVOS = "/api/v1/ventas/{id}/archivos/";
    public static final String VENTA_ARCHIVO_CONTENIDO =
            "/api/v1/ventas/{id}/archivos/{aid}/contenido/";
    public static final String VENTA_ARCHIVO_ELIMINAR =
            "/api/v1/ventas/{id}/archivos/{aid}/eliminar/";
    public static final String PLANES = "/api/v1/planes/";
    public static final String USUARIOS = "/api/v1/usuarios/";
    public static final String USUARIO = "/api/v1/usuarios/{id}/";
    public static final String USUARIO_CLAVE = "/api/v1/usuarios/{id}/restablecer/";
    public static final String USUARIOS_IMPORTAR = "/api/v1/usuarios/importar/";
    public static final String LLAVES = "/api/v1/llaves/";
    public static final String LLAVE_REVOCAR = "/api/v1/llaves/{id}/revocar/";
    public static final String ENLACE = "/api/v1/enlaces/{token}/";

    public static final String SEED_CREAR = "/telefonica/venta/crear-portabilidad/";
    public static final String SEED_CORREGIR = "/telefonica/venta/corregir/{id}/";
    public static final String SEED_DETALLE = "/telefonica/venta/{id}/detalle/";
    public static final String SEED_DESCARGAR = "/telefonica/venta/{id}/descargar-confronta/";
    public static final String SEED_RESUBIR = "/telefonica/venta/{id}/resubir-confronta-minio/";

    private Paths() {}

    /// The path with its `{name}`s replaced, in order; values are used as they are (ids and tokens
    /// need no escaping).
    public static String fill(String path, Object... values) {
        var filled = path;
        for (var value : values) {
            filled = filled.replaceFirst("\\{[a-z]+}", Matcher.quoteReplacement(value.toString()));
        }
        return filled;
    }
}
