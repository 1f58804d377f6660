package trastienda.server.confrontas;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import trastienda.server.platform.auth.Actor;
import trastienda.server.platform.storage.StoreException;
import trastienda.server.ventas.Ventas;
import trastienda.shared.confrontas.ArchivoLimits;
import trastienda.shared.confrontas.EstadoArchivo;
import trastienda.shared.confrontas.TipoArchivo;
import trastienda.shared.hash.Sha256;
import trastienda.shared.ventas.VentaDetalle;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.util.Optional;
import java.util.function.Supplier;

/// Takes over confrontas that the seed system stored: only the sale's columns know them. On first
/// sight the object is read once for its checksum and gets its row in the file history, under the
/// key it has.
final class Adoption {
    private static final Logger LOG = LoggerFactory.getLogger("trastienda.repositorio");

    private final Ledger ledger;
    private final Depot depot;
    private final Ventas ventas;
    private final Supplier<String> bucket;

    Adoption(Ledger ledger, Depot depot, Ventas ventas, Supplier<String> bucket) {
        this.ledger = ledger;
        this.depot = depot;
        this.ventas = ventas;
        this.bucket = bucket;
    }

    /// Gives the sale's confronta its row if it has none.
    void ensure(Actor actor, long ventaId) {
        if (ledger.current(ventaId, TipoArchivo.CONFRONTA).isPresent()) {
            return;
        }
        var venta = ventas.detail(actor.principal(), ventaId);
        var objeto = venta.confrontaMinioObjectName();
        if (objeto == null || objeto.isBlank() || !venta.confrontaSubidoAMinio()) {
            return;
        }
        try {
            read(venta, new FileRow.Place(bucket.get(), objeto))
                    .ifPresent(row -> ledger.adopted(row));
        } catch (IOException | StoreException failure) {
            LOG.warn("Not taken over yet: {}: {}", objeto, failure.getMessage());
        }
    }

    private Optional<FileRow> read(VentaDetalle venta, FileRow.Place place) throws IOException {
        var stat = depot.store().stat(place.bucket(), place.objeto());
        if (stat.isEmpty()) {
            return Optional.empty();
        }
        var digest = Sha256.digest();
        try (var in = depot.open(place, 0, -1);
                var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            in.transferTo(out);
        }
        var sha256 = Sha256.hex(digest);
        var name = name(venta, place);
        var content =
                new FileRow.Content(
                        sha256,
                        stat.get().size(),
                        ArchivoLimits.typeOf(name).orElse("application/octet-stream"),
                        name);
        var when = venta.confrontaFechaSubidaMinio();
        var created = when == null ? venta.fechaCreacion() : when;
        return Optional.of(
                new FileRow(
                        0,
                        venta.id(),
                        venta.numero(),
                        TipoArchivo.CONFRONTA,
                        content,
                        place,
                        EstadoArchivo.GUARDADO,
                        true,
                        new FileRow.Author(
                                venta.agenteId(), venta.agenteNombre(), venta.agenteNombre()),
                        created,
                        new FileRow.Work(created, 0, null, null),
                        null));
    }

    private static String name(VentaDetalle venta, FileRow.Place place) {
        var original = venta.confrontaNombreOriginal();
        var known = original == null || original.isBlank() ? place.objeto() : original;
        var clean = CleanName.of(known, "confronta");
        return clean.extension().isEmpty() ? clean.base() : clean.as(clean.extension());
    }
}
