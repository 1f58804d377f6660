package trastienda.server.confrontas;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import trastienda.server.platform.auth.Actor;
import trastienda.server.platform.db.Database;
import trastienda.server.platform.db.Tx;
import trastienda.server.platform.idempotency.Idempotency;
import trastienda.server.ventas.Ventas;
import trastienda.server.ventas.Wrongs;
import trastienda.shared.confrontas.ArchivoLimits;
import trastienda.shared.confrontas.TipoArchivo;
import trastienda.shared.hash.Sha256;
import trastienda.shared.json.Json;
import trastienda.shared.problem.FieldError;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;
import trastienda.shared.problem.Regla;
import trastienda.shared.ventas.VentaDatos;
import trastienda.shared.ventas.VentaDetalle;
import trastienda.shared.ventas.VentaRules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The seed's forms (S0-01, S0-02, S0-13): a sale's fields and its confronta in one request. The
/// file is looked into before the sale is saved; what fails after that leaves the sale saved.
final class SeedForms {
    /// A form as it arrived. Closing it removes the file.
    record Form(Map<String, String> fields, Optional<Part> file) implements AutoCloseable {
        /// The form's file and its name.
        record Part(CleanName name, Received received) {}

        @Override
        public void close() {
            file.ifPresent(part -> part.received.close());
        }
    }

    /// The saved sale; `failure` is why its file was not taken in.
    record Saved(VentaDetalle venta, @Nullable ProblemException failure) {}

    /// The field and file part of the confronta.
    static final String FILE = "confronta";

    /// A form may be this much longer than its file.
    static final long MARGIN = 1 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(SeedForms.class);
    private static final int MOST_FIELDS = 100;

    /// In bytes: more than the longest field may have in characters.
    private static final int LONGEST_FIELD = 64 * 1024;

    private static final Set<String> NUMBERS = Set.of("plan_adquiere", "agente", "version");

    private static final Duration LEASE = Duration.ofSeconds(30);

    private final Database database;
    private final Idempotency idempotency;
    private final Ventas ventas;
    private final Uploads uploads;
    private final Receiver receiver;

    SeedForms(
            Database database,
            Idempotency idempotency,
            Ventas ventas,
            Uploads uploads,
            Receiver receiver) {
        this.database = database;
        this.idempotency = idempotency;
        this.ventas = ventas;
        this.uploads = uploads;
        this.receiver = receiver;
    }

    VentaDetalle detail(Actor actor, long id) {
        return ventas.detail(actor.principal(), id);
    }

    /// Registers a sale and takes its file in.
    Saved register(Actor actor, Form form, @Nullable ClientKey key) throws IOException {
        var wrong = new Wrongs();
        var datos = datos(form, wrong);
        var looked = look(actor, form, key, wrong);
        var id = saved(actor, wrong, key, sum(form, 0), tx -> ventas.register(tx, datos));
        return withFile(actor, ventas.detail(actor.principal(), id), looked);
    }

    /// Saves the form, if nothing is wrong with it, and once.
    ///
    /// @return the sale's id
    private long saved(
            Actor actor, Wrongs wrong, @Nullable ClientKey key, String sum, Saving saving) {
        return database.write(actor, tx -> wrong.with(() -> once(tx, key, sum, saving)));
    }

    private interface Saving {
        VentaDetalle run(Tx tx);
    }

    /// Whose key it is and how it is kept.
    private record Kept(long owner, String name) {
        static Kept of(Actor actor, ClientKey key) {
            var userId = actor.principal().userId();
            return userId == null
                    ? new Kept(0, key.owner() + ":" + key.key())
                    : new Kept(userId, key.key());
        }
    }

    /// Whether a form with this key saved its sale before.
    private boolean wasSaved(Actor actor, @Nullable ClientKey key) {
        if (key == null) {
            return false;
        }
        var kept = Kept.of(actor, key);
        return database.read(handle -> idempotency.isDone(handle, kept.owner, kept.name));
    }

    /// Saved once per key: a form sent again finds the sale it saved, and goes on with its file.
    private long once(Tx tx, @Nullable ClientKey key, String sum, Saving saving) {
        if (key == null) {
            return saving.run(tx).id();
        }
        var kept = Kept.of(tx.actor(), key);
        return switch (idempotency.begin(tx.handle(), kept.owner, kept.name, sum, LEASE)) {
            case Idempotency.Outcome.New(var claim) -> {
                var id = saving.run(tx).id();
                idempotency.finish(tx.handle(), claim, 201, Long.toString(id));
                yield id;
            }
            case Idempotency.Outcome.Replay(var status, var body) -> Long.parseLong(body);
            case Idempotency.Outcome.Running(var after) ->
                    throw ProblemException.retry(ProblemCode.EN_PROCESO, after);
            case Idempotency.Outcome.OtherBody() ->
                    throw ProblemException.of(ProblemCode.CLAVE_CON_OTRO_CONTENIDO);
        };
    }

    /// @param id the sale that is corrected; 0 for a new one
    private static String sum(Form form, long id) {
        var digest = Sha256.digest();
        if (id > 0) {
            digest.update(Long.toString(id).getBytes(StandardCharsets.US_ASCII));
        }
        digest.update(Json.mapper().writeValueAsBytes(new TreeMap<>(form.fields)));
        form.file.ifPresent(
                part ->
                        digest.update(
                                part.received().sha256().getBytes(StandardCharsets.US_ASCII)));
        return Sha256.hex(digest);
    }

    /// Corrects a sale and, where the form brings one, replaces its file. A form sent again is not
    /// asked whether it might be sent today: its sale is saved already.
    Saved correct(Actor actor, long id, Form form, @Nullable ClientKey key) throws IOException {
        var wrong = new Wrongs();
        var datos = datos(form, wrong);
        var looked = look(actor, form, key, wrong);
        if (looked != null && !wasSaved(actor, key)) {
            uploads.check(actor, looked.upload.of(id));
        }
        var sale = saved(actor, wrong, key, sum(form, id), tx -> ventas.correct(tx, id, datos));
        return withFile(actor, ventas.detail(actor.principal(), sale), looked);
    }

    /// Reads the parts of a form; the file goes to disk as it comes.
    ///
    /// @throws ProblemException `JSON_INVALIDO` for what is no form, `DEMASIADO_GRANDE`,
    ///   `ARCHIVO_INVALIDO`, `DATOS_INVALIDOS`
    Form read(InputStream in, String boundary) throws IOException {
        var fields = new LinkedHashMap<String, String>();
        var file = Optional.<Form.Part>empty();
        var complete = false;
        try {
            var reader = new MultipartReader(in, boundary);
            for (var part = reader.next(); part != null; part = reader.next()) {
                if (part.fileName() == null) {
                    field(fields, part);
                } else if (part.name().equals(FILE) && !part.fileName().isEmpty()) {
                    if (file.isPresent()) {
                        throw ProblemException.field(
                                ProblemCode.DATOS_INVALIDOS, FILE, Regla.UNO_SOLO);
                    }
                    file = file(part.fileName(), part.body());
                }
            }
            complete = true;
            return new Form(fields, file);
        } catch (MultipartReader.Malformed malformed) {
            throw ProblemException.of(ProblemCode.JSON_INVALIDO);
        } finally {
            if (!complete) {
                file.ifPresent(part -> part.received().close());
            }
        }
    }

    /// A browser sends an empty part without a name when no file was chosen.
    private Optional<Form.Part> file(String fileName, InputStream body) throws IOException {
        if (fileName.isEmpty()) {
            return Optional.empty();
        }
        var name = CleanName.of(fileName, FILE);
        return Optional.of(
                new Form.Part(name, receiver.receive(body, FILE, ArchivoLimits.MAX_BYTES)));
    }

    private static void field(Map<String, String> fields, MultipartReader.Part part)
            throws IOException {
        var bytes = part.body().readNBytes(LONGEST_FIELD + 1);
        if (fields.size() >= MOST_FIELDS) {
            throw ProblemException.of(ProblemCode.DEMASIADO_GRANDE);
        }
        if (bytes.length > LONGEST_FIELD) {
            throw ProblemException.field(
                    ProblemCode.DATOS_INVALIDOS,
                    part.name(),
                    Regla.LARGO_MAXIMO,
                    VentaRules.MAX_OBSERVACION);
        }
        try {
            var text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            if (text.indexOf('\0') < 0) {
                if (fields.putIfAbsent(part.name(), text) != null) {
                    throw ProblemException.field(
                            ProblemCode.DATOS_INVALIDOS, part.name(), Regla.UNO_SOLO);
                }
                return;
            }
        } catch (CharacterCodingException notUtf8) {
            LOG.debug("A form's field is not UTF-8", notUtf8);
        }
        throw ProblemException.field(
                ProblemCode.DATOS_INVALIDOS, part.name(), Regla.CARACTERES_INVALIDOS);
    }

    private static VentaDatos datos(Form form, Wrongs wrong) {
        var values = new LinkedHashMap<String, Object>();
        form.fields.forEach(
                (name, text) -> {
                    if (!NUMBERS.contains(name)) {
                        values.put(name, text);
                    } else if (text.strip().matches("[0-9]{1,18}")) {
                        values.put(name, Long.parseLong(text.strip()));
                    } else if (!text.isBlank()) {
                        wrong.add(FieldError.of(name, Regla.NO_ES_NUMERO));
                    }
                });
        return Json.mapper().convertValue(values, VentaDatos.class);
    }

    private record Looked(FormUpload upload, Received received, FileRow.Content content) {}

    private @Nullable Looked look(Actor actor, Form form, @Nullable ClientKey key, Wrongs wrong) {
        if (form.file.isEmpty()) {
            return null;
        }
        var part = form.file.get();
        var upload = new FormUpload(part.name(), part.received().size(), key);
        LOG.debug("{} brings a file with a form", actor.principal().name());
        try {
            UploadRules.checkAnnounced(upload.of(0));
            var content = uploads.inspect(upload.of(0), part.received());
            return new Looked(upload, part.received(), content);
        } catch (ProblemException refused) {
            if (refused.code() != ProblemCode.ARCHIVO_INVALIDO) {
                throw refused;
            }
            wrong.add(refused);
            return null;
        }
    }

    private Saved withFile(Actor actor, VentaDetalle venta, @Nullable Looked looked) {
        if (looked == null) {
            return new Saved(venta, null);
        }
        try {
            uploads.taken(actor, looked.upload.of(venta.id()), looked.received, looked.content);
            return new Saved(ventas.detail(actor.principal(), venta.id()), null);
        } catch (ProblemException refused) {
            LOG.warn("Sale {} is saved without its file", venta.id(), refused);
            return new Saved(ventas.detail(actor.principal(), venta.id()), refused);
        }
    }

    private record FormUpload(CleanName name, long size, @Nullable ClientKey key) {
        Upload of(long ventaId) {
            return new Upload(ventaId, TipoArchivo.CONFRONTA, name, size, null, key);
        }
    }
}
