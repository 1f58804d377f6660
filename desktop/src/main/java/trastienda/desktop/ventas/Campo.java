package trastienda.desktop.ventas;

import trastienda.desktop.platform.i18n.Text;

import java.util.List;
import java.util.Optional;

/// A field of the form, by its name on the wire, in the order in which it is shown.
enum Campo {
    TIPO_DOCUMENTO("tipo_documento", true),
    DOCUMENTO("documento", true),
    DOCUMENTO_DV("documento_dv", false),
    FECHA_EXPEDICION("fecha_expedicion", true),
    NOMBRE_COMPLETO("nombre_completo", true),
    TELEFONO_LEGALIZACION("telefono_legalizacion", true),
    PLAN_ADQUIERE("plan_adquiere", true),
    NUMERO_A_PORTAR("numero_a_portar", true),
    NIP("nip", true),
    FECHA_ENTREGA("fecha_entrega", true),
    FECHA_VENTANA_CAMBIO("fecha_ventana_cambio", true),
    NUMERO_ORDEN("numero_orden", true),
    BASE_ORIGEN("base_origen", false),
    USUARIO_GRETA("usuario_greta", false),
    AGENTE("agente", false),
    OBSERVACION("observacion", false);

    private final String wire;
    private final boolean required;

    Campo(String wire, boolean required) {
        this.wire = wire;
        this.required = required;
    }

    String wire() {
        return wire;
    }

    boolean required() {
        return required;
    }

    /// What a field is called on screen now; one that the form does not have keeps its own name.
    static String label(String wire) {
        return of(wire).map(known -> Text.now("ventas.form." + known.wire())).orElse(wire);
    }

    static Optional<Campo> of(String wire) {
        return List.of(values()).stream().filter(campo -> campo.wire.equals(wire)).findFirst();
    }
}
