package trastienda.desktop.ventas;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import tools.jackson.core.JacksonException;

import trastienda.desktop.platform.vault.VaultFolder;
import trastienda.shared.json.Json;

import java.io.IOException;
import java.util.Optional;

/// Drafts of this person on this device, sealed. One for a new sale, one per sale being corrected.
/// They live off the FX thread.
final class Borradores {
    private static final Logger LOG = LoggerFactory.getLogger(Borradores.class);

    private final VaultFolder folder;

    Borradores(VaultFolder folder) {
        this.folder = folder;
    }

    synchronized void save(Borrador draft) throws IOException {
        folder.write(name(draft.ventaId()), Json.mapper().writeValueAsBytes(draft));
    }

    synchronized Optional<Borrador> load(@Nullable Long ventaId) throws IOException {
        try {
            return folder.read(name(ventaId))
                    .map(bytes -> Json.mapper().readValue(bytes, Borrador.class));
        } catch (JacksonException older) {
            LOG.warn("a draft cannot be read any more", older);
            return Optional.empty();
        }
    }

    synchronized void discard(@Nullable Long ventaId) throws IOException {
        folder.delete(name(ventaId));
    }

    private static String name(@Nullable Long ventaId) {
        return ventaId == null ? "nueva" : "venta-" + ventaId;
    }
}
