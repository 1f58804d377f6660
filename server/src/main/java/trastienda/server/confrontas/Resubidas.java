package trastienda.server.confrontas;

import org.jspecify.annotations.Nullable;

import trastienda.server.platform.auth.Actor;
import trastienda.server.platform.db.AuditEntry;
import trastienda.server.platform.storage.StoreException;
import trastienda.server.ventas.VentaConfronta;
import trastienda.shared.confrontas.EstadoArchivo;
import trastienda.shared.confrontas.TipoArchivo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// Forces a sale's confronta into the store (S0-05): what waits is sent now, what is there is
/// verified, what is missing comes back from the file history.
final class Resubidas {
    /// What came of it.
    sealed interface Outcome {
        /// It is in the store, under this canonical address.
        record Stored(Said said, String url) implements Outcome {}

        /// There is nothing that could be sent.
        record Nothing() implements Outcome {}

        /// Not now: the store is away, or someone is sending it.
        record Later(boolean storeAway) implements Outcome {}
    }

    /// What was done.
    enum Said {
        SENT,
        VERIFIED,
        RESTORED,
        OLDER_RESTORED
    }

    private static final int HISTORY = 200;

    private final Ledger ledger;
    private final VentaConfronta columns;
    private final Depot depot;
    private final RetryPendingConfrontas retry;
    private final TempFiles temp;
    private final Adoption adoption;

    Resubidas(
            Ledger ledger,
            VentaConfronta columns,
            Depot depot,
            RetryPendingConfrontas retry,
            TempFiles temp,
            Adoption adoption) {
        this.ledger = ledger;
        this.columns = columns;
        this.depot = depot;
        this.retry = retry;
        this.temp = temp;
        this.adoption = adoption;
    }

    /// @throws trastienda.shared.problem.ProblemException `NO_ENCONTRADO`, `DATOS_INVALIDOS`
    Outcome force(Actor actor, long ventaId, @Nullable String motivo) {
        ledger.sales().require(actor.principal(), ventaId);
        var reason = Reasons.optional(motivo);
        adoption.ensure(actor, ventaId);
        var current = ledger.current(ventaId, TipoArchivo.CONFRONTA);
        if (current.isEmpty()) {
            return new Outcome.Nothing();
        }
        var row = current.get();
        try {
            return row.estado() == EstadoArchivo.POR_SUBIR ? send(row) : verify(actor, row, reason);
        } catch (StoreException away) {
            depot.watch().failed(away);
            return new Outcome.Later(true);
        }
    }

    private Outcome send(FileRow row) {
        return retry.sendNow(row)
                .<Outcome>map(
                        sent ->
                                sent
                                        ? new Outcome.Stored(Said.SENT, depot.url(row))
                                        : new Outcome.Later(true))
                .orElseGet(() -> new Outcome.Later(false));
    }

    private Outcome verify(Actor actor, FileRow row, String motivo) {
        if (depot.look(row) == Depot.Found.SAME) {
            verified(actor, row, motivo);
            return new Outcome.Stored(Said.VERIFIED, depot.url(row));
        }
        var others = others(row);
        var twin =
                others.stream()
                        .filter(other -> other.content().sha256().equals(row.content().sha256()))
                        .findFirst();
        if (twin.isPresent() && copied(twin.get(), row)) {
            ledger.restored(actor, row, depot.url(row), null, motivo);
            return new Outcome.Stored(Said.RESTORED, depot.url(row));
        }
        return others.stream()
                .findFirst()
                .<Outcome>map(
                        older -> {
                            ledger.restored(actor, older, depot.url(older), row, motivo);
                            return new Outcome.Stored(Said.OLDER_RESTORED, depot.url(older));
                        })
                .orElseGet(Outcome.Nothing::new);
    }

    /// It is there as it should be: the sale is written only where its columns say otherwise.
    private void verified(Actor actor, FileRow row, String motivo) {
        var right =
                ledger.database()
                        .write(
                                actor,
                                tx -> {
                                    ledger.sales().lock(tx, row.ventaId());
                                    var is =
                                            columns.isStored(
                                                    tx, row.ventaId(), row.place().objeto());
                                    if (is) {
                                        tx.audit(
                                                new AuditEntry(
                                                        "confrontas.verificar",
                                                        row.ref(),
                                                        List.of(),
                                                        motivo));
                                    }
                                    return is;
                                });
        if (!right) {
            ledger.restored(actor, row, depot.url(row), null, motivo);
        }
    }

    /// Other files of the sale that the store really holds, newest first.
    private List<FileRow> others(FileRow row) {
        return ledger
                .database()
                .read(
                        handle ->
                                ledger.rows()
                                        .history(
                                                handle,
                                                row.ventaId(),
                                                row.tipo(),
                                                Long.MAX_VALUE,
                                                HISTORY))
                .stream()
                .filter(other -> other.id() != row.id())
                .filter(other -> other.estado() == EstadoArchivo.GUARDADO)
                .filter(other -> depot.look(other) == Depot.Found.SAME)
                .toList();
    }

    private boolean copied(FileRow from, FileRow to) {
        var file = temp.create();
        try (var in = depot.open(from.place(), 0, -1)) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            return depot.keep(to, file) instanceof Depot.Kept.Stored;
        } catch (IOException failure) {
            throw new StoreException("the copy of a file was interrupted", true, failure);
        } finally {
            temp.discard(file);
        }
    }
}
