package trastienda.shared.identidad;

import com.fasterxml.jackson.annotation.JsonValue;

import java.util.Optional;

/// What a person or program may do. Flat: no permission contains another; groups hold them.
public enum Permiso {
    /// Open the sales place; which sales depends on the three scopes below.
    VENTAS_VER("ventas.ver"),
    VENTAS_VER_PROPIAS("ventas.ver_propias"),
    VENTAS_VER_EQUIPO("ventas.ver_equipo"),
    VENTAS_VER_TODAS("ventas.ver_todas"),
    VENTAS_REGISTRAR("ventas.registrar"),
    /// Register or correct in the place of another agent.
    VENTAS_REGISTRAR_POR_OTRO("ventas.registrar_por_otro"),
    VENTAS_CORREGIR("ventas.corregir"),
    VENTAS_DECIDIR("ventas.decidir"),
    VENTAS_REABRIR("ventas.reabrir"),
    VENTAS_REASIGNAR("ventas.reasignar"),
    VENTAS_EXCEPCION("ventas.excepcion"),
    /// See documents, phones and NIP without asking.
    VENTAS_DATO_SENSIBLE("ventas.dato_sensible"),
    /// See one such value after *Ver dato*; each look is audited.
    VENTAS_VER_DATO("ventas.ver_dato"),
    ARCHIVOS_SUBIR("archivos.subir"),
    /// Upload or replace the file of any sale one sees.
    ARCHIVOS_SUBIR_CUALQUIERA("archivos.subir_cualquiera"),
    ARCHIVOS_DESCARGAR("archivos.descargar"),
    ARCHIVOS_ELIMINAR("archivos.eliminar"),
    ARCHIVOS_RESUBIR("archivos.resubir"),
    /// Temporary links of seven days instead of one.
    ARCHIVOS_ENLACE_LARGO("archivos.enlace_largo"),
    PLANES_VER("planes.ver"),
    PLANES_EDITAR("planes.editar"),
    REPORTES_VER("reportes.ver"),
    ETL_VER("etl.ver"),
    ETL_OPERAR("etl.operar"),
    BUZON_USAR("buzon.usar"),
    ALERTAS_VER("alertas.ver"),
    USUARIOS_ADMINISTRAR("usuarios.administrar"),
    AUDITORIA_VER("auditoria.ver"),
    OPERACION_VER("operacion.ver");

    private final String codigo;

    Permiso(String codigo) {
        this.codigo = codigo;
    }

    /// The code on the wire and in the database, `feature.accion`.
    @JsonValue
    public String codigo() {
        return codigo;
    }

    /// The permission of a code, or empty for one this version does not know.
    public static Optional<Permiso> of(String codigo) {
        for (var permiso : values()) {
            if (permiso.codigo.equals(codigo)) {
                return Optional.of(permiso);
            }
        }
        return Optional.empty();
    }
}
