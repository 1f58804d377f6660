package trastienda.desktop.ventas;

import trastienda.desktop.platform.i18n.Formats;
import trastienda.desktop.platform.i18n.Text;
import trastienda.shared.ventas.VentaFila;

import java.util.List;

/// Rows as a spreadsheet takes them from the clipboard: heads, tabs between the cells, and nothing
/// that it would run as a formula.
final class VentasCopy {
    private VentasCopy() {}

    static String heads() {
        return String.join(
                "\t",
                List.of(
                        Text.now("ventas.campo.titular"),
                        Text.now("ventas.form.numero"),
                        Text.now("ventas.columna.estado"),
                        Text.now("ventas.campo.plan"),
                        Text.now("ventas.campo.cfm"),
                        Text.now("ventas.columna.agente"),
                        Text.now("ventas.columna.fvc"),
                        Text.now("ventas.columna.creada"),
                        Text.now("ventas.columna.confronta")));
    }

    static String line(VentaFila fila) {
        var window = fila.fechaVentanaCambio();
        return String.join(
                "\t",
                List.of(
                        safe(fila.nombreCompleto()),
                        safe(fila.numero()),
                        Text.labelNow(fila.estadoVenta()),
                        safe(fila.planNombre()),
                        Formats.money(fila.planCfm()),
                        safe(fila.agenteNombre()),
                        window == null ? "" : Formats.date(window),
                        Formats.dateTime(fila.fechaCreacion()),
                        Text.labelNow(fila.confronta())));
    }

    private static String safe(String text) {
        var clean = text.replaceAll("[\\t\\r\\n]+", " ");
        return clean.matches("^[=+@-].*") ? "'" + clean : clean;
    }
}
