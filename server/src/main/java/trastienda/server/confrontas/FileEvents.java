package trastienda.server.confrontas;

import trastienda.server.platform.db.EventDraft;
import trastienda.server.ventas.VentaRef;
import trastienda.shared.confrontas.EstadoArchivo;
import trastienda.shared.eventos.Topics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What is told of a sale's file when it changes.
final class FileEvents {
    private FileEvents() {}

    /// What is told of a file that another took the place of: nothing but that it is not current.
    static EventDraft standing(VentaRef venta, FileRow row) {
        var topic =
                row.estado() == EstadoArchivo.POR_SUBIR
                        ? Topics.ARCHIVO_POR_SUBIR
                        : Topics.ARCHIVO_GUARDADO;
        return draft(topic, venta, row);
    }

    /// Tells who sees the sale; whoever handed in the file hears of it too.
    static EventDraft draft(String topic, VentaRef venta, FileRow row) {
        var channels = new ArrayList<>(venta.channels());
        var author = row.author().id();
        if (author != null && !channels.contains("user:" + author)) {
            channels.add("user:" + author);
        }
        return new EventDraft(
                topic,
                row.ref(),
                List.copyOf(channels),
                Map.of(
                        "venta_id", venta.id(),
                        "archivo_id", row.id(),
                        "tipo", row.tipo().wire(),
                        "estado", row.estado().wire(),
                        "vigente", row.vigente()));
    }
}
