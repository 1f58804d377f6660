package trastienda.desktop.ventas;

import trastienda.shared.json.Json;
import trastienda.shared.ventas.CambioVenta;
import trastienda.shared.ventas.VentaDetalle;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A sale of nobody's with everything a sale can have, for the detail to be filled with before
/// anybody sees it: the first real one then finds its words, links and rows made and styled. Read
/// as an answer of the server is, which makes that ready too.
record Rehearsal(VentaDetalle venta, List<CambioVenta> historial) {
    /// One of each kind, by the key of the row it stands in.
    static final Map<String, Finding> FINDINGS =
            Map.of(
                    "ventas.campo.titular", new Finding.OnPage(0),
                    "ventas.campo.documento", new Finding.Missing());

    static Rehearsal read() throws IOException {
        try (var json =
                Objects.requireNonNull(Rehearsal.class.getResourceAsStream("rehearsal.json"))) {
            return Json.mapper().readValue(json, Rehearsal.class);
        }
    }
}
