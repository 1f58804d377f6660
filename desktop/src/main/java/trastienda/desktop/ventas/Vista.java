package trastienda.desktop.ventas;

import trastienda.shared.ventas.FiltroVentas;

/// How a person left the list: tray, filter and sort. Kept between sessions.
record Vista(Bandeja bandeja, FiltroVentas filtro) {
    static Vista first() {
        return new Vista(Bandeja.TODAS, FiltroVentas.all());
    }
}
