package trastienda.server.ventas;

import org.jspecify.annotations.Nullable;

import trastienda.server.platform.db.AuditEntry.Change;
import trastienda.shared.ventas.VentaDatos;
import trastienda.shared.ventas.VentaDetalle;
import trastienda.shared.ventas.VentaLimpia;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// A form laid over the sale it corrects, and what that changes field by field.
final class Correction {
    /// The fields whose values audit and history show only masked.
    static final Set<String> SENSITIVE =
            Set.of("documento", "documento_dv", "telefono_legalizacion", "numero_a_portar", "nip");

    private Correction() {}

    /// The whole form: what was not sent, or is sensitive and was sent back masked, stays as it is.
    static VentaDatos merge(VentaDatos typed, VentaDetalle now) {
        var documento = keep(typed.documento(), now.documento());
        var newDocument =
                !documento.equals(now.documento())
                        || !typed(typed.tipoDocumento(), now.tipoDocumento())
                                .equals(now.tipoDocumento());
        var dv = newDocument && typed.documentoDv() == null ? "" : now.documentoDv();
        return new VentaDatos(
                typed(typed.tipoDocumento(), now.tipoDocumento()),
                documento,
                keepOrNull(typed.documentoDv(), dv),
                typedOrNull(typed.fechaExpedicion(), text(now.fechaExpedicion())),
                typed(typed.nombreCompleto(), now.nombreCompleto()),
                keep(typed.telefonoLegalizacion(), now.telefonoLegalizacion()),
                typed.planAdquiere() == null ? now.planAdquiere() : typed.planAdquiere(),
                keep(typed.numeroAPortar(), now.numeroAPortar()),
                keepOrNull(typed.nip(), now.nip()),
                typedOrNull(typed.fechaEntrega(), text(now.fechaEntrega())),
                typedOrNull(typed.fechaVentanaCambio(), text(now.fechaVentanaCambio())),
                typed(typed.numeroOrden(), now.numeroOrden()),
                typed(typed.baseOrigen(), now.baseOrigen()),
                typed(typed.usuarioGreta(), now.usuarioGreta()),
                typed(typed.observacion(), now.observacion()),
                typed.agente(),
                typed.version());
    }

    /// Every field that differs; `now` null for a new sale. Sensitive values are not masked yet.
    static List<Change> changes(@Nullable VentaDetalle now, VentaLimpia then) {
        var changes = new ArrayList<Change>();
        add(
                changes,
                "tipo_documento",
                now == null ? null : now.tipoDocumento(),
                then.tipoDocumento());
        add(changes, "documento", now == null ? null : now.documento(), then.documento());
        add(changes, "documento_dv", now == null ? null : now.documentoDv(), then.documentoDv());
        add(
                changes,
                "fecha_expedicion",
                now == null ? null : now.fechaExpedicion(),
                then.fechaExpedicion());
        add(
                changes,
                "nombre_completo",
                now == null ? null : now.nombreCompleto(),
                then.nombreCompleto());
        add(
                changes,
                "telefono_legalizacion",
                now == null ? null : now.telefonoLegalizacion(),
                then.telefonoLegalizacion());
        add(changes, "plan_adquiere", now == null ? null : now.planAdquiere(), then.planAdquiere());
        add(
                changes,
                "numero_a_portar",
                now == null ? null : now.numeroAPortar(),
                then.numeroAPortar());
        add(changes, "nip", now == null ? null : now.nip(), then.nipTexto());
        add(changes, "fecha_entrega", now == null ? null : now.fechaEntrega(), then.fechaEntrega());
        add(
                changes,
                "fecha_ventana_cambio",
                now == null ? null : now.fechaVentanaCambio(),
                then.fechaVentanaCambio());
        add(changes, "numero_orden", now == null ? null : now.numeroOrden(), then.numeroOrden());
        add(changes, "base_origen", now == null ? null : now.baseOrigen(), then.baseOrigen());
        add(changes, "usuario_greta", now == null ? null : now.usuarioGreta(), then.usuarioGreta());
        add(changes, "observacion", now == null ? null : now.observacion(), then.observacion());
        return changes;
    }

    private static void add(
            List<Change> changes, String campo, @Nullable Object from, @Nullable Object to) {
        var before = text(from);
        var after = text(to);
        if (!Objects.equals(before, after)) {
            changes.add(new Change(campo, before, after));
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null || value.toString().isEmpty() ? null : value.toString();
    }

    private static String typed(@Nullable String typed, String now) {
        return typed == null ? now : typed;
    }

    private static @Nullable String typedOrNull(@Nullable String typed, @Nullable String now) {
        return typed == null ? now : typed;
    }

    /// Of the sensitive fields: one that was sent back as it was shown, masked, stays.
    private static String keep(@Nullable String typed, String now) {
        return typed == null || Masking.isMasked(typed) ? now : typed;
    }

    private static @Nullable String keepOrNull(@Nullable String typed, @Nullable String now) {
        return typed == null || Masking.isMasked(typed) ? now : typed;
    }
}
