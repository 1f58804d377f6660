package trastienda.shared.problem;

import com.fasterxml.jackson.annotation.JsonCreator;

import trastienda.shared.json.WireEnum;

/// The rule a field broke, or the warning it earned. Its words are in the shared bundle under
/// `regla.<wire>`, with the parameters of the error by position.
public enum Regla implements WireEnum {
    OBLIGATORIO,
    /// {0} the most characters allowed.
    LARGO_MAXIMO,
    /// {0} least, {1} most characters or digits.
    LARGO,
    NO_ES_NUMERO,
    NO_ES_FECHA,
    NO_ES_TEXTO,

    /// It came more than once.
    UNO_SOLO,
    OPCION_INVALIDA,
    CARACTERES_INVALIDOS,
    /// Documents: 3–10 digits without a leading zero.
    CC_INVALIDA,
    CC_LARGO_POCO_USUAL,
    CE_INVALIDA,
    CE_LARGO_POCO_USUAL,
    PPT_INVALIDO,
    PASAPORTE_INVALIDO,
    NIT_INVALIDO,
    /// {0} the right check digit.
    NIT_DIGITO_ERRADO,
    NIT_DIGITO_FALTA,
    TELEFONO_INVALIDO,
    NUMERO_A_PORTAR_INVALIDO,
    TELEFONO_DUDOSO,
    NIP_INVALIDO,
    FECHA_FUTURA,
    VENTANA_ANTES_DE_ENTREGA,
    VENTANA_IGUAL_A_ENTREGA,
    VENTANA_PASADA,
    VENTANA_FIN_DE_SEMANA,
    VENTANA_FESTIVO,
    PLAN_DESCONOCIDO,
    ORDEN_REPETIDA,
    ASESOR_NO_AUSENTE,
    /// {0} smallest, {1} largest value allowed.
    FUERA_DE_RANGO,
    CURSOR_INVALIDO,
    ORDEN_DESCONOCIDO,
    RANGO_INVERTIDO,
    BUSQUEDA_CORTA,
    ARCHIVO_OBLIGATORIO,
    ARCHIVO_VACIO,
    /// {0} the limit in bytes.
    ARCHIVO_GRANDE,
    ARCHIVO_EXTENSION,
    /// {0} the type found in the content.
    ARCHIVO_NO_ES_LO_QUE_DICE,
    ARCHIVO_DANADO,
    ARCHIVO_CON_CLAVE,
    ARCHIVO_BOMBA,
    IMAGEN_DEMASIADO_GRANDE,
    PDF_CON_DEMASIADAS_PAGINAS,
    ARCHIVO_CAMBIO,
    ARCHIVO_NO_SE_PUDO_REVISAR,
    CLAVE_LARGO,
    CLAVE_MAYUSCULA,
    CLAVE_MINUSCULA,
    CLAVE_DIGITO,
    CLAVE_ESPECIAL,
    CLAVE_CON_USUARIO,
    CLAVE_REPETIDA,
    CLAVE_ACTUAL_ERRADA,
    USUARIO_INVALIDO,
    CORREO_INVALIDO,
    USUARIO_REPETIDO,
    GRUPO_DESCONOCIDO,
    DESCONOCIDA;

    /// Reads a wire value; one that this version does not know is `DESCONOCIDA`.
    @JsonCreator
    public static Regla of(String wire) {
        return WireEnum.of(Regla.class, wire).orElse(DESCONOCIDA);
    }
}
