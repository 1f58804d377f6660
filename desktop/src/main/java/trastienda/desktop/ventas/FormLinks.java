package trastienda.desktop.ventas;

import org.jspecify.annotations.Nullable;

import trastienda.shared.ventas.VentaDetalle;

import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Where the form leads: saved, left, and the question what to do with what was typed (keep it as a
/// draft, or discard it).
///
/// @param anyway asks why a sale is registered although its line has an active one, what was typed
///   last time at hand; null for who may not
record FormLinks(
        Consumer<VentaDetalle> saved,
        Runnable left,
        BiConsumer<Runnable, Runnable> ask,
        @Nullable BiConsumer<String, Consumer<String>> anyway) {}
