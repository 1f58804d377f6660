package trastienda.shared.problem;

import com.fasterxml.jackson.annotation.JsonCreator;

import trastienda.shared.json.WireEnum;

/// Every kind of failure a person or program can meet, with the HTTP status it travels under.
public enum ProblemCode implements WireEnum {
    DATOS_INVALIDOS(400),
    PARAMETRO_INVALIDO(400),
    JSON_INVALIDO(400),
    ARCHIVO_INVALIDO(400),
    NO_AUTENTICADO(401),
    CREDENCIALES_INVALIDAS(401),
    SESION_VENCIDA(401),
    CUENTA_INACTIVA(401),
    SIN_PERMISO(403),
    CAMBIO_DE_CLAVE_OBLIGATORIO(403),
    NO_ENCONTRADO(404),
    METODO_NO_PERMITIDO(405),
    VERSION_VIEJA(409),
    ESTADO_NO_PERMITE(409),
    LINEA_CON_VENTA_ACTIVA(409),
    NADA_QUE_SUBIR(409),
    ARCHIVO_FALTA(409),
    EN_PROCESO(409),
    YA_EXISTE(409),
    DEMASIADO_GRANDE(413),
    TIPO_NO_SOPORTADO(415),
    CLAVE_CON_OTRO_CONTENIDO(422),
    /// The client's protocol is older than this server still speaks.
    PROGRAMA_VIEJO(426),
    /// The client's protocol is newer than this server speaks.
    PROGRAMA_NUEVO(426),
    CUENTA_BLOQUEADA(429),
    DEMASIADAS_PETICIONES(429),
    REPOSITORIO_NO_DISPONIBLE(503),
    BASE_NO_DISPONIBLE(503),
    SIN_ESPACIO(503),
    SOBRECARGA(503),
    DESCONOCIDO(500);

    private final int status;

    ProblemCode(int status) {
        this.status = status;
    }

    /// The HTTP status this code travels under.
    public int status() {
        return status;
    }

    /// Reads a wire value; one that this version does not know is `DESCONOCIDO`.
    @JsonCreator
    public static ProblemCode of(String wire) {
        return WireEnum.of(ProblemCode.class, wire).orElse(DESCONOCIDO);
    }
}
