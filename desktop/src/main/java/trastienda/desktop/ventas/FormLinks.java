package trastienda.desktop.ventas;

import trastienda.shared.ventas.VentaDetalle;

import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Where the form leads: saved, left, and the question what to do with what was typed (keep it as a
/// draft, or discard it).
record FormLinks(Consumer<VentaDetalle> saved, Runnable left, BiConsumer<Runnable, Runnable> ask) {}
