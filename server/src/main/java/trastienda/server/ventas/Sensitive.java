package trastienda.server.ventas;

import trastienda.server.platform.db.AuditEntry.Change;
import trastienda.server.platform.db.SensitiveValues;

import java.util.List;

/// Hides the sensitive values of a list of changes before it is audited.
final class Sensitive {
    private final SensitiveValues values;

    Sensitive(SensitiveValues values) {
        this.values = values;
    }

    /// The changes as they may be kept for ever.
    List<Change> mask(List<Change> changes) {
        return changes.stream()
                .map(
                        change ->
                                Correction.SENSITIVE.contains(change.campo())
                                        ? new Change(
                                                change.campo(),
                                                values.mask(change.de()),
                                                values.mask(change.a()))
                                        : change)
                .toList();
    }
}
