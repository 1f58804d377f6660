package trastienda.desktop.ventas;

import trastienda.desktop.platform.fx.Background;
import trastienda.desktop.platform.ui.Surface;

/// What the screens of this place share.
record VentasRoom(
        VentasFeature.Desk desk,
        Background background,
        VentasApi api,
        Borradores drafts,
        VentaFiles files,
        Surface surface) {}
