package trastienda.server.confrontas;

import org.jspecify.annotations.Nullable;

import trastienda.server.platform.auth.Actor;
import trastienda.shared.confrontas.ArchivoVenta;
import trastienda.shared.confrontas.EstadoArchivo;
import trastienda.shared.confrontas.TipoArchivo;

import java.util.List;

/// The files a sale has: their history, and deleting one.
final class Confrontas {
    /// A part of the file history, and whether older files follow.
    record Slice(long count, List<ArchivoVenta> files, boolean more) {}

    private final Ledger ledger;
    private final Adoption adoption;

    Confrontas(Ledger ledger, Adoption adoption) {
        this.ledger = ledger;
        this.adoption = adoption;
    }

    /// The file history, newest first.
    ///
    /// @param below only files with a smaller id
    /// @throws trastienda.shared.problem.ProblemException `NO_ENCONTRADO`
    Slice history(Actor actor, long ventaId, @Nullable TipoArchivo tipo, long below, int size) {
        ledger.sales().require(actor.principal(), ventaId);
        adoption.ensure(actor, ventaId);
        return ledger.database()
                .read(
                        handle -> {
                            var rows =
                                    ledger.rows().history(handle, ventaId, tipo, below, size + 1);
                            var files = rows.stream().limit(size).map(FileRow::archivo).toList();
                            var count = ledger.rows().count(handle, ventaId, tipo);
                            return new Slice(count, files, rows.size() > size);
                        });
    }

    /// Whether the sale has that file; one that never arrived does not count.
    ///
    /// @throws trastienda.shared.problem.ProblemException `NO_ENCONTRADO`
    boolean has(long ventaId, long archivoId) {
        return ledger.file(ventaId, archivoId).estado() != EstadoArchivo.FALLIDO;
    }

    /// Deletes a file, for a reason; its row stays in the history.
    ///
    /// @throws trastienda.shared.problem.ProblemException `NO_ENCONTRADO`, `DATOS_INVALIDOS`,
    ///   `EN_PROCESO`, `ESTADO_NO_PERMITE` for one that was deleted before
    ArchivoVenta delete(Actor actor, long ventaId, long archivoId, @Nullable String motivo) {
        ledger.sales().require(actor.principal(), ventaId);
        var row = ledger.file(ventaId, archivoId);
        var reason = Reasons.required(motivo);
        ledger.deleted(actor, row, reason);
        return ledger.file(ventaId, archivoId).archivo();
    }
}
