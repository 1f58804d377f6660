package trastienda.desktop.ventas;

import org.jspecify.annotations.Nullable;

import trastienda.desktop.platform.i18n.Text;
import trastienda.desktop.platform.ui.Buttons;
import trastienda.desktop.platform.ui.Family;
import trastienda.desktop.platform.ui.PaneState;

/// What stands in for a list without sales: none match, or there are none yet.
final class NoSales {
    private NoSales() {}

    /// @param masked whether this person sees numbers masked, and finds no sale by the beginning of
    ///   one
    static PaneState state(boolean filtered, VentasViewModel model, boolean masked) {
        if (filtered) {
            var clear =
                    Buttons.plain(
                            Text.of("ventas.lista.filtrada.boton"),
                            "fth-x",
                            () -> {
                                model.clear();
                                model.choose(Bandeja.TODAS);
                            });
            return new PaneState.Empty(
                    Family.GRAY,
                    "fth-search",
                    Text.of("ventas.lista.filtrada.titulo"),
                    Text.of(
                            masked && hasNumber(model.vistaProperty().get().filtro().q())
                                    ? "ventas.lista.filtrada.texto_oculto"
                                    : "ventas.lista.filtrada.texto"),
                    clear);
        }
        return new PaneState.Empty(
                Family.BLUE,
                "fth-shopping-bag",
                Text.of("ventas.lista.vacia.titulo"),
                Text.of("ventas.lista.vacia.texto"),
                null);
    }

    private static boolean hasNumber(@Nullable String typed) {
        return typed != null && typed.chars().anyMatch(Character::isDigit);
    }
}
