package trastienda.server.confrontas;

import org.jspecify.annotations.Nullable;

import trastienda.server.platform.auth.Principal;
import trastienda.server.platform.storage.ObjectStore;
import trastienda.shared.confrontas.ArchivoVenta;
import trastienda.shared.confrontas.EstadoArchivo;
import trastienda.shared.confrontas.TipoArchivo;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;

import java.nio.file.Path;
import java.time.Instant;

/// A row of `trastienda.confrontas`.
record FileRow(
        long id,
        long ventaId,
        String numero,
        TipoArchivo tipo,
        Content content,
        Place place,
        EstadoArchivo estado,
        boolean vigente,
        Author author,
        Instant creado,
        Work work,
        @Nullable String motivo) {

    /// What the bytes are.
    record Content(String sha256, long tamano, String contentType, String nombre) {}

    /// Where the object is, or is to be.
    record Place(String bucket, String objeto) {}

    /// Who handed it in: the name under which they signed in then, and what people call them.
    record Author(@Nullable Long id, String name, String called) {
        static Author of(Principal principal) {
            var name = principal.name();
            var called =
                    principal instanceof Principal.User user && !user.fullName().isBlank()
                            ? user.fullName()
                            : name;
            return new Author(principal.userId(), name, called);
        }
    }

    /// How the sending goes: the last sign of life of who does it, tries made, and what was
    /// answered under the idempotency key.
    record Work(
            Instant latido,
            int intentos,
            @Nullable String ultimoError,
            @Nullable ArchivoVenta respuesta) {}

    /// The row as it travels.
    ArchivoVenta archivo() {
        return new ArchivoVenta(
                id,
                tipo,
                content.sha256,
                content.tamano,
                content.contentType,
                content.nombre,
                vigente,
                estado,
                creado,
                author.id,
                author.called,
                motivo);
    }

    /// What the store is to keep.
    ObjectStore.Put put(Path file) {
        return new ObjectStore.Put(
                place.bucket,
                place.objeto,
                file,
                content.tamano,
                content.sha256,
                content.contentType);
    }

    /// Whether what the store says is this file. A store that keeps no checksum says nothing of the
    /// content.
    boolean matches(ObjectStore.Stat stat) {
        return stat.size() == content.tamano
                && stat.sha256().map(content.sha256::equalsIgnoreCase).orElse(true);
    }

    /// The object in audit and events.
    String ref() {
        return "venta:" + ventaId;
    }

    /// Asked under the sale's lock: of two who delete at once the second is told.
    ///
    /// @throws ProblemException `EN_PROCESO`, `NO_ENCONTRADO`, `ESTADO_NO_PERMITE`
    void requireDeletable() {
        var refusal =
                switch (estado) {
                    case SUBIENDO -> ProblemCode.EN_PROCESO;
                    case FALLIDO -> ProblemCode.NO_ENCONTRADO;
                    case ELIMINADO -> ProblemCode.ESTADO_NO_PERMITE;
                    case POR_SUBIR, GUARDADO -> null;
                };
        if (refusal != null) {
            throw ProblemException.of(refusal);
        }
    }
}
