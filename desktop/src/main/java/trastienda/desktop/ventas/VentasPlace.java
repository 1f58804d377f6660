package trastienda.desktop.ventas;

import org.jspecify.annotations.Nullable;

import trastienda.desktop.platform.fx.Screen;
import trastienda.desktop.platform.place.Finder;
import trastienda.desktop.platform.place.PaletteAction;
import trastienda.desktop.platform.place.Place;
import trastienda.desktop.platform.ui.Badge;
import trastienda.shared.identidad.Permiso;
import trastienda.shared.ventas.FiltroVentas;

import java.io.IOException;
import java.util.List;

/// *Ventas* in the navigation, in the palette, and as a screen.
final class VentasPlace implements Place {
    private static final int SHORTEST = 3;
    private static final int MOST = 5;

    private final VentasRoom room;
    private @Nullable VentasScreen screen;

    VentasPlace(VentasRoom room) {
        this.room = room;
    }

    @Override
    public String id() {
        return "ventas";
    }

    @Override
    public String titleKey() {
        return "ventas.lugar";
    }

    @Override
    public String icon() {
        return "fth-shopping-bag";
    }

    @Override
    public Group group() {
        return Group.TRABAJO;
    }

    @Override
    public Permiso permission() {
        return Permiso.VENTAS_VER;
    }

    @Override
    public Screen open() {
        return screen();
    }

    private VentasScreen screen() {
        var made = screen;
        if (made == null) {
            made = new VentasScreen(room);
            screen = made;
        }
        return made;
    }

    @Override
    public void go(Screen shown, String target) {
        if (target.matches("\\d{1,18}")) {
            screen().open(Long.parseLong(target));
        }
    }

    @Override
    public List<PaletteAction> actions() {
        return room.desk().session().may(Permiso.VENTAS_REGISTRAR)
                ? List.of(
                        new PaletteAction(
                                "ventas.lista.nueva",
                                "fth-plus",
                                List.of("Ctrl", "N"),
                                () -> screen().create()))
                : List.of();
    }

    Finder finder() {
        return new Finder() {
            @Override
            public String headingKey() {
                return "ventas.lugar";
            }

            @Override
            public boolean isOpen() {
                return room.desk().session().may(Permiso.VENTAS_VER);
            }

            @Override
            public int shortest() {
                return SHORTEST;
            }

            @Override
            public List<Found> find(String text) throws IOException {
                var filtro = FilterEdits.q(FiltroVentas.all(), text);
                return room.api().page(filtro, null, MOST).results().stream()
                        .map(
                                fila ->
                                        new Found(
                                                icon(),
                                                fila.nombreCompleto(),
                                                fila.numero(),
                                                () -> Badge.of(fila.estadoVenta()),
                                                () -> screen().open(fila.id())))
                        .toList();
            }
        };
    }
}
