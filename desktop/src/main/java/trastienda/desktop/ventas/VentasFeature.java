package trastienda.desktop.ventas;

import trastienda.desktop.platform.api.ApiClient;
import trastienda.desktop.platform.api.EventSocket;
import trastienda.desktop.platform.api.Session;
import trastienda.desktop.platform.fx.Ahead;
import trastienda.desktop.platform.fx.Background;
import trastienda.desktop.platform.place.Finder;
import trastienda.desktop.platform.place.Place;
import trastienda.desktop.platform.settings.Settings;
import trastienda.desktop.platform.ui.Surface;
import trastienda.desktop.platform.vault.Vault;

import java.io.IOException;
import java.util.List;
import java.util.Objects;

/// The place *Ventas* of one signed-in person.
public final class VentasFeature {
    private final VentasPlace place;

    /// What the place needs of the program around it.
    ///
    /// @param client the way to the server
    /// @param socket its events
    /// @param session who is in
    /// @param settings what this computer remembers
    /// @param ahead does in quiet moments what can be done before it is asked for
    public record Desk(
            ApiClient client,
            EventSocket socket,
            Session session,
            Settings settings,
            Ahead ahead) {}

    /// @param vault where drafts are kept; read off the FX thread
    /// @param surface where the form opens
    public VentasFeature(
            Desk desk, Background background, Vault vault, VentaFiles files, Surface surface)
            throws IOException {
        var drafts = new Borradores(vault.folder("borradores"));
        var api = new HttpVentas(desk.client());
        background.start("answers", HttpVentas::learn);
        this.place = new VentasPlace(new VentasRoom(desk, background, api, drafts, files, surface));
    }

    /// How this place and the card of its files are laid out, for the window's theme.
    public static String sheet() {
        return Objects.requireNonNull(VentasFeature.class.getResource("ventas.css"))
                .toExternalForm();
    }

    /// For the navigation.
    public Place place() {
        return place;
    }

    /// For the palette: sales by number, name or document.
    public List<Finder> finders() {
        return List.of(place.finder());
    }
}
