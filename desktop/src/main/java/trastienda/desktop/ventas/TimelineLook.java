package trastienda.desktop.ventas;

import trastienda.desktop.platform.ui.Family;
import trastienda.shared.ventas.CambioVenta;

/// Icon, colour and sentence of an audited action.
record TimelineLook(String icon, Family family, String key) {
    /// By the action as the audit writes it: `ventas.registrar`, `confrontas.descargar`, …
    static TimelineLook of(CambioVenta change) {
        var accion = change.accion();
        var word = accion.substring(accion.indexOf('.') + 1);
        if (word.startsWith("enlace_rev")) {
            return new TimelineLook("fth-slash", Family.GRAY, "ventas.accion.enlace_anulado");
        } else if (word.startsWith("enlace")) {
            return new TimelineLook("fth-link", Family.GRAY, "ventas.accion.enlace");
        } else if (word.startsWith("excep")) {
            return new TimelineLook("fth-flag", Family.AMBER, "ventas.accion.excepcion");
        } else if (word.startsWith("registr") || word.startsWith("crea")) {
            return new TimelineLook("fth-plus", Family.GREEN, "ventas.accion.registrar");
        } else if (word.startsWith("correg") || word.startsWith("correc")) {
            return new TimelineLook("fth-edit-2", Family.BLUE, "ventas.accion.corregir");
        } else if (word.startsWith("verific")) {
            return new TimelineLook("fth-shield", Family.GRAY, "ventas.accion.verificar");
        } else if (word.startsWith("ver_dato") || word.startsWith("dato")) {
            return new TimelineLook("fth-eye", Family.VIOLET, "ventas.accion.ver_dato");
        } else if (word.startsWith("ver") || word.startsWith("abr")) {
            return new TimelineLook("fth-eye", Family.GRAY, "ventas.accion.ver");
        } else if (word.startsWith("descarg")) {
            return new TimelineLook("fth-download", Family.GRAY, "ventas.accion.descargar");
        } else if (word.startsWith("elimin")) {
            return new TimelineLook("fth-trash-2", Family.RED, "ventas.accion.eliminar");
        } else if (word.startsWith("resub") || word.startsWith("restaur")) {
            return new TimelineLook("fth-refresh-cw", Family.BLUE, "ventas.accion.resubir");
        } else if (word.startsWith("sub")
                || word.startsWith("reempl")
                || word.startsWith("guard")
                || word.startsWith("entreg")
                || word.startsWith("por_subir")) {
            return new TimelineLook(
                    "fth-upload",
                    Family.GREEN,
                    replaces(change) ? "ventas.accion.reemplazar" : "ventas.accion.archivo");
        } else if (word.startsWith("adopt")) {
            return new TimelineLook("fth-file", Family.GRAY, "ventas.accion.adoptar");
        } else if (word.startsWith("estado")) {
            return new TimelineLook("fth-flag", Family.BLUE, "ventas.accion.estado");
        } else if (word.startsWith("cambi")) {
            return new TimelineLook("fth-edit-2", Family.BLUE, "ventas.accion.cambiar");
        }
        return new TimelineLook("fth-edit-3", Family.GRAY, "ventas.accion.otra");
    }

    private static boolean replaces(CambioVenta change) {
        return change.cambios().stream()
                .anyMatch(field -> field.campo().equals("nombre") && field.de() != null);
    }
}
