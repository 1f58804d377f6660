package trastienda.shared.ventas;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A sale's form filled in, to be changed field by field.
record VentaForm(Map<String, String> values) {
    static final List<String> FIELDS =
            List.of(
                    "tipo_documento",
                    "documento",
                    "documento_dv",
                    "fecha_expedicion",
                    "nombre_completo",
                    "telefono_legalizacion",
                    "numero_a_portar",
                    "nip",
                    "fecha_entrega",
                    "fecha_ventana_cambio",
                    "numero_orden",
                    "base_origen",
                    "usuario_greta",
                    "observacion");

    static VentaForm good() {
        return new VentaForm(
                Map.ofEntries(
                        Map.entry("tipo_documento", "CC"),
                        Map.entry("documento", "1.020.304.050"),
                        Map.entry("fecha_expedicion", "2015-03-04"),
                        Map.entry("nombre_completo", "Ana María Peña"),
                        Map.entry("telefono_legalizacion", "3001234567"),
                        Map.entry("numero_a_portar", "310 765 4321"),
                        Map.entry("nip", "04512"),
                        Map.entry("fecha_entrega", "2026-11-24"),
                        Map.entry("fecha_ventana_cambio", "2026-11-26"),
                        Map.entry("numero_orden", "OV-1")));
    }

    static VentaForm of(VentaLimpia venta) {
        var form =
                good().with("tipo_documento", venta.tipoDocumento().wire())
                        .with("documento", venta.documento())
                        .with("fecha_expedicion", venta.fechaExpedicion().toString())
                        .with("nombre_completo", venta.nombreCompleto())
                        .with("telefono_legalizacion", venta.telefonoLegalizacion())
                        .with("numero_a_portar", venta.numeroAPortar())
                        .with("nip", venta.nipTexto())
                        .with("fecha_entrega", venta.fechaEntrega().toString())
                        .with("fecha_ventana_cambio", venta.fechaVentanaCambio().toString())
                        .with("numero_orden", venta.numeroOrden())
                        .with("base_origen", venta.baseOrigen())
                        .with("usuario_greta", venta.usuarioGreta())
                        .with("observacion", venta.observacion());
        var dv = venta.documentoDv();
        return dv == null ? form : form.with("documento_dv", dv);
    }

    VentaForm with(String field, String value) {
        var changed = new HashMap<>(values);
        changed.put(field, value);
        return new VentaForm(changed);
    }

    VentaDatos datos() {
        return new VentaDatos(
                values.get("tipo_documento"),
                values.get("documento"),
                values.get("documento_dv"),
                values.get("fecha_expedicion"),
                values.get("nombre_completo"),
                values.get("telefono_legalizacion"),
                1L,
                values.get("numero_a_portar"),
                values.get("nip"),
                values.get("fecha_entrega"),
                values.get("fecha_ventana_cambio"),
                values.get("numero_orden"),
                values.get("base_origen"),
                values.get("usuario_greta"),
                values.get("observacion"),
                null,
                null);
    }
}
