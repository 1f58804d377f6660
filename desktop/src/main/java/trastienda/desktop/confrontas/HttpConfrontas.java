package trastienda.desktop.confrontas;

import tools.jackson.core.type.TypeReference;

import trastienda.desktop.platform.api.ApiClient;
import trastienda.desktop.platform.transfer.Cancellation;
import trastienda.desktop.platform.transfer.Transfer;
import trastienda.shared.confrontas.ArchivoVenta;
import trastienda.shared.confrontas.Motivo;
import trastienda.shared.confrontas.Resubida;
import trastienda.shared.hash.Sha256;
import trastienda.shared.http.Headers;
import trastienda.shared.http.Page;
import trastienda.shared.http.Paths;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/// The server's files over HTTP.
record HttpConfrontas(ApiClient client) implements ConfrontasApi {
    @Override
    public List<ArchivoVenta> files(long ventaId) throws IOException {
        return client.get(Paths.fill(Paths.VENTA_ARCHIVOS, ventaId))
                .query("page_size", Page.MAX_SIZE)
                .as(new TypeReference<Page<ArchivoVenta>>() {})
                .results();
    }

    @Override
    public byte[] content(long ventaId, ArchivoVenta archivo) throws IOException {
        var sink = new ByteArrayOutputStream((int) Math.min(archivo.tamano(), 1 << 26));
        client.get(Paths.fill(Paths.VENTA_ARCHIVO_CONTENIDO, ventaId, archivo.id())).into(sink);
        var bytes = sink.toByteArray();
        if (!archivo.sha256().equals(Sha256.hex(bytes))) {
            throw new IOException("the file that arrived is not the one that was kept");
        }
        return bytes;
    }

    @Override
    public void delete(long ventaId, long archivoId, String motivo) throws IOException {
        client.post(Paths.fill(Paths.VENTA_ARCHIVO_ELIMINAR, ventaId, archivoId))
                .json(new Motivo(motivo))
                .send();
    }

    @Override
    public Resubida resubmit(long ventaId, String motivo) throws IOException {
        return client.post(Paths.fill(Paths.SEED_RESUBIR, ventaId))
                .header("Accept", "application/problem+json, application/json")
                .json(new Motivo(motivo))
                .as(Resubida.class);
    }

    @Override
    public ArchivoVenta send(Transfer transfer, Content content, Cancellation cancellation)
            throws IOException {
        return client.put(Paths.fill(Paths.VENTA_ARCHIVOS, transfer.target().ventaId()))
                .query("tipo", transfer.target().tipo())
                .once(transfer.key())
                .encodedHeader(Headers.FILE_NAME, transfer.name())
                .header(Headers.CONTENT_SHA256, transfer.sha256())
                .file(content::open, transfer.size())
                .cancelWith(cancellation::onCancel)
                .as(ArchivoVenta.class);
    }
}
