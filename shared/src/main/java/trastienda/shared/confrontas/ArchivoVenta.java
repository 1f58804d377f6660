package trastienda.shared.confrontas;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// A file of a sale. `vigente`: it is the current one of its type; `tamano` in bytes.
public record ArchivoVenta(
        long id,
        TipoArchivo tipo,
        String sha256,
        long tamano,
        String contentType,
        String nombre,
        boolean vigente,
        EstadoArchivo estado,
        Instant creado,
        @Nullable Long quienId,
        String quien,
        @Nullable String motivo) {}
