package trastienda.desktop.confrontas;

import org.jspecify.annotations.Nullable;

import trastienda.desktop.platform.transfer.Cancellation;
import trastienda.desktop.platform.transfer.Transfer;
import trastienda.shared.confrontas.ArchivoVenta;
import trastienda.shared.confrontas.EstadoArchivo;
import trastienda.shared.confrontas.Resubida;
import trastienda.shared.confrontas.TipoArchivo;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A server of files in memory.
final class FakeConfrontas implements ConfrontasApi {
    final List<ArchivoVenta> kept = new ArrayList<>();
    final Map<Long, byte[]> bytes = new HashMap<>();
    @Nullable String motivo;
    boolean away;

    ArchivoVenta add(String name, String type, byte[] content, boolean vigente) {
        var archivo =
                new ArchivoVenta(
                        kept.size() + 1L,
                        TipoArchivo.CONFRONTA,
                        "00",
                        content.length,
                        type,
                        name,
                        vigente,
                        EstadoArchivo.GUARDADO,
                        Instant.EPOCH,
                        7L,
                        "Ana Restrepo",
                        null);
        synchronized (this) {
            kept.add(archivo);
            bytes.put(archivo.id(), content);
        }
        return archivo;
    }

    private void arrive() throws IOException {
        if (away) {
            throw new IOException("away");
        }
    }

    @Override
    public synchronized List<ArchivoVenta> files(long ventaId) throws IOException {
        arrive();
        return List.copyOf(kept);
    }

    @Override
    public synchronized byte[] content(long ventaId, ArchivoVenta archivo) throws IOException {
        arrive();
        var content = bytes.get(archivo.id());
        return content == null ? new byte[0] : content;
    }

    @Override
    public void delete(long ventaId, long archivoId, String why) throws IOException {
        arrive();
        motivo = why;
        kept.removeIf(file -> file.id() == archivoId);
    }

    @Override
    public Resubida resubmit(long ventaId, String why) throws IOException {
        arrive();
        motivo = why;
        return new Resubida(true, "Archivo subido exitosamente", null, null);
    }

    @Override
    public ArchivoVenta send(Transfer transfer, Content content, Cancellation cancellation)
            throws IOException {
        arrive();
        byte[] sent;
        try (var in = content.open()) {
            sent = in.readAllBytes();
        }
        var id = add(transfer.name(), "application/pdf", sent, true).id();
        return new ArchivoVenta(
                id,
                TipoArchivo.CONFRONTA,
                transfer.sha256(),
                transfer.size(),
                "application/pdf",
                transfer.name(),
                true,
                EstadoArchivo.GUARDADO,
                Instant.EPOCH,
                7L,
                "Ana Restrepo",
                null);
    }
}
