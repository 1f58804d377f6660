package trastienda.desktop.ventas;

import trastienda.shared.ventas.CambioVenta;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// What somebody did with a sale, once or several times on end: who leafs through a file all
/// afternoon did one thing.
///
/// @param change the newest time
record Deed(CambioVenta change, int times) {
    /// Entries of a history, newest first, in which equals that follow each other are one.
    static List<Deed> of(List<CambioVenta> history) {
        var deeds = new ArrayList<Deed>();
        for (var change : history) {
            var newer = deeds.isEmpty() ? null : deeds.getLast();
            if (newer != null && newer.isAlso(change)) {
                deeds.set(deeds.size() - 1, new Deed(newer.change, newer.times + 1));
            } else {
                deeds.add(new Deed(change, 1));
            }
        }
        return deeds;
    }

    private boolean isAlso(CambioVenta other) {
        return change.accion().equals(other.accion())
                && change.quien().equals(other.quien())
                && Objects.equals(change.quienId(), other.quienId())
                && change.cambios().equals(other.cambios())
                && Objects.equals(change.motivo(), other.motivo());
    }
}
