package trastienda.desktop.platform.ui;

import trastienda.shared.confrontas.EstadoArchivo;
import trastienda.shared.confrontas.EstadoConfronta;
import trastienda.shared.ventas.EstadoVenta;

/// How a state looks: family, glyph, and whether it is white on the strong colour. The word comes
/// with it always, never colour alone.
public record Look(Family family, String icon, boolean solid) {
    private static Look of(Family family, String icon) {
        return new Look(family, icon, false);
    }

    /// How a sale's state looks.
    public static Look of(EstadoVenta estado) {
        return switch (estado) {
            case PENDIENTE_REVISION -> of(Family.BLUE, "fth-clock");
            case CLIENTE_CONFIRMA -> of(Family.TEAL, "fth-user-check");
            case CLIENTE_NO_CONFIRMA -> of(Family.ORANGE, "fth-user-x");
            case ESCALAMIENTO -> of(Family.VIOLET, "fth-arrow-up-circle");
            case VENTA_CON_ESCALAMIENTO -> of(Family.VIOLET, "fth-flag");
            case ESCALAMIENTO_NO_SOLUCIONADO -> of(Family.RED, "fth-alert-octagon");
            case DEVUELTA -> of(Family.AMBER, "fth-corner-up-left");
            case APROBADA -> of(Family.GREEN, "fth-check-circle");
            case DIGITADA -> of(Family.GREEN, "mdoal-keyboard");
            case COMPLETADA -> new Look(Family.GREEN, "mdoal-done_all", true);
            case RECHAZADA -> of(Family.RED, "fth-x-circle");
            case CANCELADA -> of(Family.GRAY, "fth-slash");
        };
    }

    /// How a stored file's state looks.
    public static Look of(EstadoArchivo estado) {
        return switch (estado) {
            case SUBIENDO -> of(Family.BLUE, "fth-loader");
            case POR_SUBIR -> of(Family.BLUE, "fth-clock");
            case GUARDADO -> of(Family.GREEN, "fth-check-circle");
            case FALLIDO -> of(Family.RED, "fth-x-octagon");
            case ELIMINADO -> of(Family.GRAY, "fth-slash");
        };
    }

    /// How the state of a sale's confronta looks.
    public static Look of(EstadoConfronta estado) {
        return switch (estado) {
            case NINGUNA -> of(Family.GRAY, "fth-file");
            case POR_SUBIR -> of(Family.BLUE, "fth-clock");
            case GUARDADA -> of(Family.GREEN, "fth-check-circle");
        };
    }
}
