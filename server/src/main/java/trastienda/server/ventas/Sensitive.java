package trastienda.server.ventas;

import org.jspecify.annotations.Nullable;

import trastienda.server.platform.db.AuditEntry.Change;
import trastienda.server.platform.db.Tx;

import java.util.List;

/// Hides the sensitive values of a list of changes before it is audited.
interface Sensitive {
    /// The changes as they may be kept for ever.
    List<Change> mask(Tx tx, List<Change> changes);

    /// Shows only the last characters.
    static Sensitive dots() {
        return (tx, changes) -> changes.stream().map(Sensitive::dotted).toList();
    }

    private static Change dotted(Change change) {
        return Correction.SENSITIVE.contains(change.campo())
                ? new Change(
                        change.campo(),
                        dotted(change.campo(), change.de()),
                        dotted(change.campo(), change.a()))
                : change;
    }

    private static @Nullable String dotted(String campo, @Nullable String value) {
        if (value == null) {
            return null;
        }
        return campo.equals("nip") ? Masking.nip() : Masking.mask(value);
    }
}
