package trastienda.shared.identidad;

import static trastienda.shared.identidad.Permiso.ALERTAS_VER;
import static trastienda.shared.identidad.Permiso.ARCHIVOS_DESCARGAR;
import static trastienda.shared.identidad.Permiso.ARCHIVOS_ELIMINAR;
import static trastienda.shared.identidad.Permiso.ARCHIVOS_RESUBIR;
import static trastienda.shared.identidad.Permiso.ARCHIVOS_SUBIR;
import static trastienda.shared.identidad.Permiso.ARCHIVOS_SUBIR_CUALQUIERA;
import static trastienda.shared.identidad.Permiso.BUZON_USAR;
import static trastienda.shared.identidad.Permiso.ETL_VER;
import static trastienda.shared.identidad.Permiso.PLANES_EDITAR;
import static trastienda.shared.identidad.Permiso.PLANES_VER;
import static trastienda.shared.identidad.Permiso.REPORTES_VER;
import static trastienda.shared.identidad.Permiso.VENTAS_CORREGIR;
import static trastienda.shared.identidad.Permiso.VENTAS_DATO_SENSIBLE;
import static trastienda.shared.identidad.Permiso.VENTAS_DECIDIR;
import static trastienda.shared.identidad.Permiso.VENTAS_EXCEPCION;
import static trastienda.shared.identidad.Permiso.VENTAS_REABRIR;
import static trastienda.shared.identidad.Permiso.VENTAS_REASIGNAR;
import static trastienda.shared.identidad.Permiso.VENTAS_REGISTRAR;
import static trastienda.shared.identidad.Permiso.VENTAS_REGISTRAR_POR_OTRO;
import static trastienda.shared.identidad.Permiso.VENTAS_VER;
import static trastienda.shared.identidad.Permiso.VENTAS_VER_DATO;
import static trastienda.shared.identidad.Permiso.VENTAS_VER_EQUIPO;
import static trastienda.shared.identidad.Permiso.VENTAS_VER_PROPIAS;
import static trastienda.shared.identidad.Permiso.VENTAS_VER_TODAS;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// The groups of `auth_group` that carry permissions, and which. Names are compared without case.
public enum Grupo {
    ASESOR(
            "asesor",
            EnumSet.of(
                    VENTAS_VER,
                    VENTAS_VER_PROPIAS,
                    VENTAS_REGISTRAR,
                    VENTAS_CORREGIR,
                    VENTAS_DATO_SENSIBLE,
                    ARCHIVOS_SUBIR,
                    ARCHIVOS_DESCARGAR,
                    PLANES_VER,
                    BUZON_USAR,
                    ALERTAS_VER)),
    BACKOFFICE(
            "backoffice",
            EnumSet.of(
                    VENTAS_VER,
                    VENTAS_VER_TODAS,
                    VENTAS_DECIDIR,
                    VENTAS_DATO_SENSIBLE,
                    ARCHIVOS_SUBIR,
                    ARCHIVOS_SUBIR_CUALQUIERA,
                    ARCHIVOS_DESCARGAR,
                    ARCHIVOS_ELIMINAR,
                    ARCHIVOS_RESUBIR,
                    PLANES_VER,
                    PLANES_EDITAR,
                    REPORTES_VER,
                    BUZON_USAR,
                    ALERTAS_VER)),
    SUPERVISORES(
            "Supervisores",
            EnumSet.of(
                    VENTAS_VER,
                    VENTAS_VER_EQUIPO,
                    VENTAS_REGISTRAR,
                    VENTAS_REGISTRAR_POR_OTRO,
                    VENTAS_CORREGIR,
                    VENTAS_REABRIR,
                    VENTAS_REASIGNAR,
                    VENTAS_EXCEPCION,
                    VENTAS_VER_DATO,
                    ARCHIVOS_SUBIR,
                    ARCHIVOS_DESCARGAR,
                    PLANES_VER,
                    REPORTES_VER,
                    ETL_VER,
                    BUZON_USAR,
                    ALERTAS_VER)),
    ADMINISTRADOR("Administrador", administrador()),
    CALIDAD(
            "Calidad",
            EnumSet.of(
                    VENTAS_VER,
                    VENTAS_VER_TODAS,
                    ARCHIVOS_DESCARGAR,
                    PLANES_VER,
                    REPORTES_VER,
                    BUZON_USAR,
                    ALERTAS_VER));

    private final String nombre;
    private final Set<Permiso> permisos;

    Grupo(String nombre, Set<Permiso> permisos) {
        this.nombre = nombre;
        this.permisos = Set.copyOf(permisos);
    }

    /// The name in `auth_group`.
    public String nombre() {
        return nombre;
    }

    /// What its members may do.
    public Set<Permiso> permisos() {
        return permisos;
    }

    /// The group of that name, ignoring case.
    public static Optional<Grupo> of(String nombre) {
        for (var grupo : values()) {
            if (grupo.nombre.equalsIgnoreCase(nombre)) {
                return Optional.of(grupo);
            }
        }
        return Optional.empty();
    }

    /// Administrators may do all that the others may, but see sensitive values only on *Ver dato*.
    private static Set<Permiso> administrador() {
        var all = EnumSet.allOf(Permiso.class);
        all.removeAll(EnumSet.of(VENTAS_VER_PROPIAS, VENTAS_VER_EQUIPO, VENTAS_DATO_SENSIBLE));
        return all;
    }
}
