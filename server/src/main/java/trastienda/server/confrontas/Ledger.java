package trastienda.server.confrontas;

import org.jspecify.annotations.Nullable;

import trastienda.server.platform.auth.Actor;
import trastienda.server.platform.db.AuditEntry;
import trastienda.server.platform.db.AuditEntry.Change;
import trastienda.server.platform.db.Database;
import trastienda.server.platform.db.Tx;
import trastienda.server.ventas.VentaAccess;
import trastienda.server.ventas.VentaConfronta;
import trastienda.server.ventas.VentaRef;
import trastienda.shared.confrontas.ArchivoVenta;
import trastienda.shared.confrontas.EstadoArchivo;
import trastienda.shared.confrontas.TipoArchivo;
import trastienda.shared.eventos.Topics;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What becomes of a file, step by step; every step is one transaction that moves the row, the
/// sale's columns, the audit and the events together. The sale's row is locked first, so that the
/// files of one sale change one after the other.
final class Ledger {
    /// What an idempotency key stands for.
    sealed interface Begun {
        /// Ours to do: the intent is committed.
        record Mine(FileRow row) implements Begun {}

        /// Done before; this was the answer.
        record Done(ArchivoVenta answer) implements Begun {}

        /// Someone is at it.
        record Running() implements Begun {}

        /// The key was used for something else.
        record Other() implements Begun {}
    }

    private final Database database;
    private final ConfrontasRepository rows = new ConfrontasRepository();
    private final ClaimsRepository claims = new ClaimsRepository();
    private final PendingChunks chunks = new PendingChunks();
    private final VentaAccess sales;
    private final VentaConfronta columns;
    private final Clock clock;

    Ledger(Database database, VentaAccess sales, VentaConfronta columns, Clock clock) {
        this.database = database;
        this.sales = sales;
        this.columns = columns;
        this.clock = clock;
    }

    Database database() {
        return database;
    }

    ConfrontasRepository rows() {
        return rows;
    }

    ClaimsRepository claims() {
        return claims;
    }

    PendingChunks chunks() {
        return chunks;
    }

    VentaAccess sales() {
        return sales;
    }

    Instant now() {
        return clock.instant();
    }

    /// Commits the intent to store a file under its own id, unless its key says otherwise.
    Begun begin(Actor actor, Upload upload, FileRow.Content content, String bucket) {
        return database.write(
                actor,
                tx -> {
                    var venta = sales.lock(tx, upload.ventaId());
                    var current = rows.current(tx.handle(), venta.id(), upload.tipo());
                    UploadRules.check(actor.principal(), venta, current.isPresent());
                    var row = draft(tx, upload, venta, content, bucket);
                    if (rows.insert(tx, row, upload.key())) {
                        return new Begun.Mine(row);
                    }
                    return known(tx, upload, content.sha256()).orElseGet(Begun.Running::new);
                });
    }

    /// What the key of an upload stands for, if it was seen before. A silent intent is taken over:
    /// same key, same bytes, same object.
    Optional<Begun> known(Actor actor, Upload upload, String sha256) {
        return upload.key() == null
                ? Optional.empty()
                : database.write(actor, tx -> known(tx, upload, sha256));
    }

    /// Whether the key was seen before, on whatever.
    boolean seen(Upload upload) {
        var key = upload.key();
        return key != null
                && database.read(handle -> rows.byKey(handle, key))
                        .filter(row -> row.ventaId() == upload.ventaId())
                        .isPresent();
    }

    /// The current file of a type.
    Optional<FileRow> current(long ventaId, TipoArchivo tipo) {
        return database.read(handle -> rows.current(handle, ventaId, tipo));
    }

    /// A file of a sale.
    ///
    /// @throws trastienda.shared.problem.ProblemException `NO_ENCONTRADO`
    FileRow file(long ventaId, long id) {
        return database.read(handle -> rows.byId(handle, id))
                .filter(row -> row.ventaId() == ventaId)
                .orElseThrow(() -> ProblemException.of(ProblemCode.NO_ENCONTRADO));
    }

    /// Gives a file that another program stored its row; nothing when it has one.
    void adopted(FileRow row) {
        database.run(
                Actor.SYSTEM,
                tx -> {
                    if (rows.adopt(tx, row)) {
                        tx.audit(
                                new AuditEntry(
                                        "confrontas.adoptar",
                                        row.ref(),
                                        List.of(new Change("objeto", null, row.place().objeto())),
                                        null));
                    }
                });
    }

    /// Gives up the claim on an intent.
    void letGo(FileRow row) {
        database.run(Actor.SYSTEM, tx -> claims.letGo(tx, row.id()));
    }

    /// What is answered for a file that was taken in: as it was committed, but for being current
    /// when another was committed since.
    ArchivoVenta answered(Actor actor, FileRow committed) {
        var now = database.read(handle -> rows.byId(handle, committed.id())).orElse(committed);
        var first = now.work().respuesta();
        var answer = first == null ? committed.archivo() : first;
        if (!answer.vigente() || now.vigente()) {
            return answer;
        }
        var displaced = now.archivo();
        database.run(actor, tx -> rows.answered(tx, displaced));
        return displaced;
    }

    private Optional<Begun> known(Tx tx, Upload upload, String sha256) {
        var key = upload.key();
        if (key == null) {
            return Optional.empty();
        }
        return rows.byKey(tx.handle(), key).map(row -> standing(tx, row, upload, sha256));
    }

    private Begun standing(Tx tx, FileRow row, Upload upload, String sha256) {
        if (row.ventaId() != upload.ventaId()
                || row.tipo() != upload.tipo()
                || !row.content().sha256().equals(sha256)) {
            return new Begun.Other();
        }
        var answer = row.work().respuesta();
        if (answer != null) {
            return new Begun.Done(answer);
        }
        if (row.estado() == EstadoArchivo.FALLIDO) {
            // nothing of it counted: whether it may be handed in is asked as of a new one
            var venta = sales.lock(tx, upload.ventaId());
            var current = rows.current(tx.handle(), venta.id(), upload.tipo());
            UploadRules.check(tx.actor().principal(), venta, current.isPresent());
        }
        var now = clock.instant();
        return claims.takeOver(tx, row.id(), now.minus(UnderWay.SILENCE), now)
                ? new Begun.Mine(row)
                : new Begun.Running();
    }

    private FileRow draft(
            Tx tx, Upload upload, VentaRef venta, FileRow.Content content, String bucket) {
        var id = rows.nextId(tx);
        var now = clock.instant();
        var principal = tx.actor().principal();
        return new FileRow(
                id,
                venta.id(),
                venta.numero(),
                upload.tipo(),
                content,
                new FileRow.Place(bucket, ObjectKeys.of(venta.numero(), upload.tipo(), id)),
                EstadoArchivo.SUBIENDO,
                false,
                FileRow.Author.of(principal),
                now,
                new FileRow.Work(now, 0, null, null),
                null);
    }

    /// How a file comes to be stored, which decides whether it becomes the current one of its type.
    enum Way {
        /// Someone waits for the answer: the later commit wins.
        SENT,
        /// It waited for the store: it is current if it was while it waited.
        WAITED,
        /// Its sender is gone: it does not displace a file handed in after it.
        ABANDONED
    }

    /// The store holds the file, verified.
    ///
    /// @throws trastienda.shared.problem.ProblemException `NO_ENCONTRADO` when the sale is gone
    FileRow stored(Actor actor, FileRow row, String url, Way way) {
        return database.write(
                actor,
                tx -> {
                    var venta = sales.lock(tx, row.ventaId());
                    var now = clock.instant();
                    if (!rows.stored(tx, row.id(), now)) {
                        LostFiles.removeLater(tx, row.id());
                        return fresh(tx, row);
                    }
                    chunks.remove(tx, row.id());
                    var before = Optional.<FileRow>empty();
                    if (takesItsPlace(tx, row, way)) {
                        before = current(tx, venta, row);
                        if (row.tipo() == TipoArchivo.CONFRONTA) {
                            columns.stored(tx, venta.id(), asStored(row, url, now));
                        }
                    }
                    audit(tx, row, before, "confrontas.guardar");
                    return done(tx, venta, row, Topics.ARCHIVO_GUARDADO);
                });
    }

    /// The store is away: the bytes wait in PostgreSQL.
    ///
    /// @param body writes the pieces
    FileRow pending(Actor actor, FileRow row, Instant next, String error, PieceWriter body) {
        return database.write(
                actor,
                tx -> {
                    body.write(tx, row.id());
                    var venta = sales.lock(tx, row.ventaId());
                    if (!rows.pending(tx, row.id(), next, error)) {
                        return fresh(tx, row);
                    }
                    var before = current(tx, venta, row);
                    if (row.tipo() == TipoArchivo.CONFRONTA) {
                        var name = row.content().nombre();
                        columns.pending(tx, venta.id(), name, extension(name));
                    }
                    audit(tx, row, before, "confrontas.por_subir");
                    return done(tx, venta, row, Topics.ARCHIVO_POR_SUBIR);
                });
    }

    /// The file is given up; nothing of it counts.
    void failed(FileRow row, String error, boolean removeObject) {
        database.run(
                Actor.SYSTEM,
                tx -> {
                    if (rows.failed(tx, row.id(), error, removeObject)) {
                        chunks.remove(tx, row.id());
                    }
                });
    }

    /// Makes a stored file the current one again, or the sale's columns right.
    FileRow restored(Actor actor, FileRow row, String url, @Nullable FileRow lost, String motivo) {
        return database.write(
                actor,
                tx -> {
                    var venta = sales.lock(tx, row.ventaId());
                    if (fresh(tx, row).estado() != EstadoArchivo.GUARDADO) {
                        throw ProblemException.of(ProblemCode.EN_PROCESO);
                    }
                    if (lost != null && lost.id() != row.id()) {
                        LostFiles.lost(tx, lost.id(), "missing in the object store");
                    }
                    current(tx, venta, row);
                    columns.stored(tx, venta.id(), asStored(row, url, clock.instant()));
                    tx.audit(
                            new AuditEntry(
                                    "confrontas.restaurar",
                                    row.ref(),
                                    List.of(
                                            new Change(
                                                    "archivo",
                                                    lost == null ? null : "" + lost.id(),
                                                    "" + row.id()),
                                            new Change("nombre", null, row.content().nombre())),
                                    motivo));
                    var after = fresh(tx, row);
                    tx.event(FileEvents.draft(Topics.ARCHIVO_GUARDADO, venta, after));
                    return after;
                });
    }

    /// A person deletes a file; its object follows after the commit.
    void deleted(Actor actor, FileRow row, String motivo) {
        database.run(
                actor,
                tx -> {
                    var venta = sales.lock(tx, row.ventaId());
                    var now = fresh(tx, row);
                    now.requireDeletable();
                    var inStore = now.estado() == EstadoArchivo.GUARDADO;
                    rows.deleted(tx, row.id(), clock.instant(), motivo, inStore);
                    chunks.remove(tx, row.id());
                    if (now.vigente() && row.tipo() == TipoArchivo.CONFRONTA) {
                        columns.removed(tx, venta.id());
                    }
                    tx.audit(
                            new AuditEntry(
                                    "confrontas.eliminar",
                                    row.ref(),
                                    List.of(
                                            new Change("archivo", "" + row.id(), null),
                                            new Change("nombre", row.content().nombre(), null)),
                                    motivo));
                    tx.event(FileEvents.draft(Topics.ARCHIVO_ELIMINADO, venta, fresh(tx, row)));
                });
    }

    /// Writes a file's pieces inside the transaction.
    @FunctionalInterface
    interface PieceWriter {
        /// Writes the pieces of the file with that id.
        void write(Tx tx, long id);
    }

    private boolean takesItsPlace(Tx tx, FileRow row, Way way) {
        return switch (way) {
            case SENT -> true;
            case WAITED -> fresh(tx, row).vigente();
            case ABANDONED ->
                    rows.current(tx.handle(), row.ventaId(), row.tipo())
                            .map(now -> now.id() <= row.id())
                            .orElse(true);
        };
    }

    /// Makes it the current one; returns the one it replaced.
    private Optional<FileRow> current(Tx tx, VentaRef venta, FileRow row) {
        var before = rows.makeCurrent(tx, row);
        before.ifPresent(old -> tx.event(FileEvents.standing(venta, old)));
        return before;
    }

    private FileRow done(Tx tx, VentaRef venta, FileRow row, String topic) {
        var after = fresh(tx, row);
        if (after.work().respuesta() == null) {
            rows.answered(tx, after.archivo());
        }
        tx.event(FileEvents.draft(topic, venta, after));
        return after;
    }

    private static void audit(Tx tx, FileRow row, Optional<FileRow> before, String accion) {
        var old = before.map(replaced -> replaced.content().nombre()).orElse(null);
        var changes =
                List.of(
                        new Change("archivo", null, String.valueOf(row.id())),
                        new Change("nombre", old, row.content().nombre()),
                        new Change("tipo", null, row.tipo().wire()),
                        new Change("sha256", null, row.content().sha256()),
                        new Change("objeto", null, row.place().objeto()));
        tx.audit(new AuditEntry(accion, row.ref(), changes, null));
    }

    private FileRow fresh(Tx tx, FileRow row) {
        return rows.byId(tx.handle(), row.id()).orElse(row);
    }

    private static VentaConfronta.Stored asStored(FileRow row, String url, Instant when) {
        var name = row.content().nombre();
        return new VentaConfronta.Stored(row.place().objeto(), url, when, name, extension(name));
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
