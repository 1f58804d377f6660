package trastienda.desktop.ventas;

import org.jspecify.annotations.Nullable;

import trastienda.shared.ventas.VentaDatos;

import java.time.Instant;

/// A form as it was left: for a sale to correct its id and number. `clave` is the key under which
/// it is sent, so that a crash between sending and the answer makes no second sale.
record Borrador(
        @Nullable Long ventaId,
        @Nullable String numero,
        VentaDatos datos,
        @Nullable String archivo,
        String clave,
        Instant cuando) {}
