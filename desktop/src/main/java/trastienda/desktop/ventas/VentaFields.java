package trastienda.desktop.ventas;

import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import trastienda.shared.json.Json;
import trastienda.shared.ventas.VentaDatos;
import trastienda.shared.ventas.VentaDetalle;

import java.util.EnumMap;
import java.util.Map;

/// A sale's fields between the form's texts, what is sent and what the server shows.
final class VentaFields {
    private VentaFields() {}

    /// An empty form: citizenship card, sold from the data base.
    static VentaDatos blank() {
        return new VentaDatos(
                "CC",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "Base de datos",
                null,
                null,
                null,
                null);
    }

    /// What the form shows of a sale.
    static VentaDatos of(VentaDetalle venta) {
        return new VentaDatos(
                venta.tipoDocumento(),
                venta.documento(),
                venta.documentoDv(),
                text(venta.fechaExpedicion()),
                venta.nombreCompleto(),
                venta.telefonoLegalizacion(),
                venta.planAdquiere(),
                venta.numeroAPortar(),
                venta.nip(),
                text(venta.fechaEntrega()),
                text(venta.fechaVentanaCambio()),
                venta.numeroOrden(),
                venta.baseOrigen(),
                venta.usuarioGreta(),
                venta.observacion(),
                venta.agenteId(),
                venta.version());
    }

    /// The sale inside a problem.
    static VentaDetalle read(JsonNode actual) {
        return Json.mapper().treeToValue(actual, VentaDetalle.class);
    }

    /// The form's texts.
    static Map<Campo, String> texts(VentaDatos datos) {
        var texts = new EnumMap<Campo, String>(Campo.class);
        for (var campo : Campo.values()) {
            texts.put(campo, text(raw(datos, campo)));
        }
        return texts;
    }

    private static @Nullable Object raw(VentaDatos datos, Campo campo) {
        return switch (campo) {
            case TIPO_DOCUMENTO -> datos.tipoDocumento();
            case DOCUMENTO -> datos.documento();
            case DOCUMENTO_DV -> datos.documentoDv();
            case FECHA_EXPEDICION -> datos.fechaExpedicion();
            case NOMBRE_COMPLETO -> datos.nombreCompleto();
            case TELEFONO_LEGALIZACION -> datos.telefonoLegalizacion();
            case PLAN_ADQUIERE -> datos.planAdquiere();
            case NUMERO_A_PORTAR -> datos.numeroAPortar();
            case NIP -> datos.nip();
            case FECHA_ENTREGA -> datos.fechaEntrega();
            case FECHA_VENTANA_CAMBIO -> datos.fechaVentanaCambio();
            case NUMERO_ORDEN -> datos.numeroOrden();
            case BASE_ORIGEN -> datos.baseOrigen();
            case USUARIO_GRETA -> datos.usuarioGreta();
            case AGENTE -> datos.agente();
            case OBSERVACION -> datos.observacion();
        };
    }

    /// What is sent: an empty field is absent.
    static VentaDatos datos(Map<Campo, StringProperty> values, @Nullable Long version) {
        return new VentaDatos(
                sent(values, Campo.TIPO_DOCUMENTO),
                sent(values, Campo.DOCUMENTO),
                sent(values, Campo.DOCUMENTO_DV),
                sent(values, Campo.FECHA_EXPEDICION),
                sent(values, Campo.NOMBRE_COMPLETO),
                sent(values, Campo.TELEFONO_LEGALIZACION),
                number(sent(values, Campo.PLAN_ADQUIERE)),
                sent(values, Campo.NUMERO_A_PORTAR),
                sent(values, Campo.NIP),
                sent(values, Campo.FECHA_ENTREGA),
                sent(values, Campo.FECHA_VENTANA_CAMBIO),
                sent(values, Campo.NUMERO_ORDEN),
                sent(values, Campo.BASE_ORIGEN),
                sent(values, Campo.USUARIO_GRETA),
                sent(values, Campo.OBSERVACION),
                number(sent(values, Campo.AGENTE)),
                version);
    }

    private static @Nullable String sent(Map<Campo, StringProperty> values, Campo campo) {
        var value = values.get(campo);
        return value == null || value.get().isBlank() ? null : value.get();
    }

    private static @Nullable Long number(@Nullable String text) {
        return text == null ? null : Long.valueOf(text);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
