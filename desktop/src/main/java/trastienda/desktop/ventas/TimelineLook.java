package trastienda.desktop.ventas;

import trastienda.desktop.platform.ui.Family;

/// Icon, colour and sentence of an audited action.
record TimelineLook(String icon, Family family, String key) {
    /// @param accion as the audit writes it: `ventas.registrar`, `confrontas.descargar`, …
    static TimelineLook of(String accion) {
        var word = accion.substring(accion.indexOf('.') + 1);
        if (word.startsWith("excep")) {
            return new TimelineLook("fth-flag", Family.AMBER, "ventas.accion.excepcion");
        } else if (word.startsWith("registr") || word.startsWith("crea")) {
            return new TimelineLook("fth-plus", Family.GREEN, "ventas.accion.registrar");
        } else if (word.startsWith("correg") || word.startsWith("correc")) {
            return new TimelineLook("fth-edit-2", Family.BLUE, "ventas.accion.corregir");
        } else if (word.startsWith("ver_dato") || word.startsWith("dato")) {
            return new TimelineLook("fth-eye", Family.VIOLET, "ventas.accion.ver_dato");
        } else if (word.startsWith("ver") || word.startsWith("abr")) {
            return new TimelineLook("fth-eye", Family.GRAY, "ventas.accion.ver");
        } else if (word.startsWith("descarg") || word.startsWith("enlace")) {
            return new TimelineLook("fth-download", Family.GRAY, "ventas.accion.descargar");
        } else if (word.startsWith("elimin")) {
            return new TimelineLook("fth-trash-2", Family.RED, "ventas.accion.eliminar");
        } else if (word.startsWith("resub")) {
            return new TimelineLook("fth-refresh-cw", Family.BLUE, "ventas.accion.resubir");
        } else if (word.startsWith("sub")
                || word.startsWith("reempl")
                || word.startsWith("guard")
                || word.startsWith("entreg")
                || word.startsWith("por_subir")) {
            return new TimelineLook("fth-upload", Family.GREEN, "ventas.accion.archivo");
        } else if (word.startsWith("estado")) {
            return new TimelineLook("fth-flag", Family.BLUE, "ventas.accion.estado");
        } else if (word.startsWith("cambi")) {
            return new TimelineLook("fth-edit-2", Family.BLUE, "ventas.accion.cambiar");
        }
        return new TimelineLook("fth-edit-3", Family.GRAY, "ventas.accion.otra");
    }
}
