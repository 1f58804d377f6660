package trastienda.server.demo;

import org.jspecify.annotations.Nullable;

import trastienda.shared.ventas.EstadoLogistica;
import trastienda.shared.ventas.EstadoPortabilidad;
import trastienda.shared.ventas.EstadoVenta;
import trastienda.shared.ventas.TipoDocumento;
import trastienda.shared.ventas.VentaDatos;
import trastienda.shared.ventas.VentaRules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// One sale of the demo before it has an id. `agente` and `backoffice` are places in the lists of
/// [DemoPeople]; `backoffice` −1 for nobody; `archivo` null for a sale without a confronta.
record DemoVenta(
        String numero,
        Instant creada,
        Instant actualizada,
        EstadoVenta estado,
        EstadoLogistica logistica,
        EstadoPortabilidad portabilidad,
        Titular titular,
        String telefono,
        DemoPlanes.DemoPlan plan,
        String numeroAPortar,
        @Nullable Integer nip,
        LocalDate entrega,
        LocalDate ventana,
        String orden,
        String base,
        String observacion,
        int agente,
        int backoffice,
        @Nullable Motivo motivo,
        @Nullable DemoArchivo archivo) {

    /// What the agent typed, for the rules to look at.
    VentaDatos datos(long planId) {
        return new VentaDatos(
                titular.tipo.wire(),
                titular.documento,
                titular.dv,
                titular.expedicion.toString(),
                titular.nombre,
                telefono,
                planId,
                numeroAPortar,
                VentaRules.nipTexto(nip == null ? 0 : nip),
                entrega.toString(),
                ventana.toString(),
                orden,
                base,
                null,
                observacion,
                null,
                null);
    }

    /// Whose line it is.
    record Titular(
            TipoDocumento tipo,
            String documento,
            @Nullable String dv,
            LocalDate expedicion,
            String ciudad,
            String nombre) {}

    /// Why a sale came back or fell, and the fields to correct.
    record Motivo(String texto, List<String> campos) {}

    /// The kinds of file the demo makes.
    enum Kind {
        PDF("pdf", "application/pdf"),
        JPEG("jpg", "image/jpeg"),
        PNG("png", "image/png"),
        DOCX("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        DOC("doc", "application/msword");

        final String extension;
        final String contentType;

        Kind(String extension, String contentType) {
            this.extension = extension;
            this.contentType = contentType;
        }
    }

    /// The value that differs between sale and paper.
    enum Mismatch {
        NONE,
        TELEFONO,
        DOCUMENTO,
        EXPEDICION,
        NOMBRE,
        NIP
    }

    /// The confronta to make: its name, kind, pages, and what does not match. The NIP of the paper
    /// stays known after the sale's own is erased.
    record DemoArchivo(String nombre, Kind kind, int pages, Mismatch mismatch, int nip) {}
}
