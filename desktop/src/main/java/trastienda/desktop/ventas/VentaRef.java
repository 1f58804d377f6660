package trastienda.desktop.ventas;

import org.jspecify.annotations.Nullable;

import trastienda.shared.eventos.EventoFrame;

/// The sale an event is about: its `ref` is `venta:12`.
public final class VentaRef {
    private static final String PREFIX = "venta:";

    private VentaRef() {}

    /// The sale's id, or null when the event is about something else.
    public static @Nullable Long id(EventoFrame frame) {
        var ref = frame.ref();
        if (ref == null || !ref.startsWith(PREFIX)) {
            return null;
        }
        try {
            return Long.valueOf(ref.substring(PREFIX.length()));
        } catch (NumberFormatException odd) {
            return null;
        }
    }
}
