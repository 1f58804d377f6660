package trastienda.desktop.platform.transfer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import tools.jackson.core.JacksonException;

import trastienda.desktop.platform.vault.VaultFolder;
import trastienda.shared.json.Json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// One sealed file per transfer, replaced in one step.
final class Journal {
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

    private final VaultFolder folder;

    Journal(VaultFolder folder) {
        this.folder = folder;
    }

    void keep(TransferEntry entry) {
        try {
            folder.write(entry.id(), Json.mapper().writeValueAsBytes(entry));
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    void forget(String id) {
        try {
            folder.delete(id);
        } catch (IOException stuck) {
            throw new UncheckedIOException(stuck);
        }
    }

    /// All entries, oldest first. One that cannot be read is left where it is and logged.
    List<TransferEntry> entries() throws IOException {
        folder.sweep();
        var entries = new ArrayList<TransferEntry>();
        for (var name : folder.names()) {
            try {
                folder.read(name)
                        .map(bytes -> Json.mapper().readValue(bytes, TransferEntry.class))
                        .ifPresentOrElse(
                                entries::add,
                                () -> LOG.warn("journal entry {} cannot be opened", name));
            } catch (JacksonException damaged) {
                LOG.warn("journal entry {} cannot be read", name, damaged);
            }
        }
        entries.sort(Comparator.comparing(TransferEntry::created));
        return entries;
    }
}
