package trastienda.desktop.ventas;

import trastienda.shared.ventas.VentaDetalle;

import java.util.function.Consumer;

/// Where the detail leads: the form, back to the list, and a short notice.
record VentaLinks(Consumer<VentaDetalle> correct, Runnable close, Consumer<String> notice) {}
