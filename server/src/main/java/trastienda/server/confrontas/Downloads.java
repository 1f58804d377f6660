package trastienda.server.confrontas;

import trastienda.server.platform.auth.Actor;
import trastienda.server.platform.db.AuditEntry;
import trastienda.server.platform.db.AuditEntry.Change;
import trastienda.shared.confrontas.EstadoArchivo;
import trastienda.shared.confrontas.TipoArchivo;
import trastienda.shared.identidad.Permiso;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A file's way out: streamed from the store or from PostgreSQL where it waits, or by a temporary
/// address. Every download and every address is audited.
final class Downloads {
    /// Opens a part of a file.
    @FunctionalInterface
    interface Source {
        /// The bytes from `offset`, `length` of them; the caller closes the stream.
        InputStream open(long offset, long length) throws IOException;
    }

    /// A file ready to be sent.
    record Ready(FileRow.Content content, Source source) {}

    /// Where a program is sent to fetch a file: an address of the store, or our own link's token.
    sealed interface Address {
        /// The store's own.
        record OfStore(URI uri) implements Address {}

        /// Ours.
        record OfOurs(String token) implements Address {}
    }

    private static final Set<EstadoArchivo> TO_BE_HAD =
            Set.of(EstadoArchivo.GUARDADO, EstadoArchivo.POR_SUBIR);
    private static final Duration NORMAL = Duration.ofDays(1);
    private static final Duration LONG = Duration.ofDays(7);

    private final Ledger ledger;
    private final Depot depot;
    private final WaitingRoom waiting;
    private final Enlaces enlaces;
    private final Adoption adoption;

    Downloads(Ledger ledger, Depot depot, WaitingRoom waiting, Enlaces enlaces, Adoption adoption) {
        this.ledger = ledger;
        this.depot = depot;
        this.waiting = waiting;
        this.enlaces = enlaces;
        this.adoption = adoption;
    }

    /// One file of a sale, audited as opened.
    ///
    /// @throws ProblemException `NO_ENCONTRADO`, `ARCHIVO_FALTA`
    /// @throws trastienda.server.platform.storage.StoreException when the store does not answer
    Ready open(Actor actor, long ventaId, long archivoId) {
        ledger.sales().require(actor.principal(), ventaId);
        var row = ledger.file(ventaId, archivoId);
        var ready = ready(row);
        audit(actor, "confrontas.descargar", row, List.of());
        return ready;
    }

    /// What is behind a link of ours, counted and audited.
    Ready follow(Actor actor, String token) {
        var row = enlaces.use(token).orElseThrow(Downloads::notFound);
        var ready = ready(row);
        audit(actor, "confrontas.descargar_por_enlace", row, List.of());
        return ready;
    }

    /// A temporary address of a sale's current confronta, for a day, or a week for who may have
    /// that; audited with its key and expiry.
    ///
    /// @throws ProblemException `NO_ENCONTRADO` when there is none, `ARCHIVO_FALTA`
    Address address(Actor actor, long ventaId) {
        ledger.sales().require(actor.principal(), ventaId);
        adoption.ensure(actor, ventaId);
        var row = ledger.current(ventaId, TipoArchivo.CONFRONTA).orElseThrow(Downloads::notFound);
        var valid = actor.principal().may(Permiso.ARCHIVOS_ENLACE_LARGO) ? LONG : NORMAL;
        var expiry = ledger.now().plus(valid);
        requireThere(row);
        var ours = row.estado() == EstadoArchivo.POR_SUBIR || depot.store().streamOnly();
        var address = ours ? ours(actor, row, expiry) : ofStore(row, valid);
        audit(
                actor,
                "confrontas.enlace",
                row,
                List.of(
                        new Change("objeto", null, row.place().objeto()),
                        new Change("vence", null, expiry.toString()),
                        new Change("por", null, ours ? "servidor" : "repositorio")));
        return address;
    }

    private Address ours(Actor actor, FileRow row, Instant expiry) {
        return new Address.OfOurs(enlaces.issue(actor, row, expiry));
    }

    private Address ofStore(FileRow row, Duration valid) {
        return new Address.OfStore(
                depot.store()
                        .presign(
                                row.place().bucket(),
                                row.place().objeto(),
                                valid,
                                row.content().nombre(),
                                row.content().contentType()));
    }

    private Ready ready(FileRow row) {
        requireThere(row);
        Source source =
                row.estado() == EstadoArchivo.POR_SUBIR
                        ? (offset, length) ->
                                new PiecesStream(
                                        number -> waiting.piece(row, number), offset, length)
                        : (offset, length) -> depot.open(row.place(), offset, length);
        return new Ready(row.content(), source);
    }

    private void requireThere(FileRow row) {
        if (!TO_BE_HAD.contains(row.estado())) {
            throw notFound();
        }
        if (row.estado() == EstadoArchivo.GUARDADO && depot.look(row) != Depot.Found.SAME) {
            throw ProblemException.of(ProblemCode.ARCHIVO_FALTA);
        }
    }

    private void audit(Actor actor, String accion, FileRow row, List<Change> more) {
        var changes = new ArrayList<Change>();
        changes.add(new Change("archivo", null, String.valueOf(row.id())));
        changes.add(new Change("nombre", null, row.content().nombre()));
        changes.addAll(more);
        ledger.database()
                .run(
                        actor,
                        tx ->
                                tx.audit(
                                        new AuditEntry(
                                                accion,
                                                "venta:" + row.ventaId(),
                                                List.copyOf(changes),
                                                null)));
    }

    private static ProblemException notFound() {
        return ProblemException.of(ProblemCode.NO_ENCONTRADO);
    }
}
