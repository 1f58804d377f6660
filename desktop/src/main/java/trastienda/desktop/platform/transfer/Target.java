package trastienda.desktop.platform.transfer;

import trastienda.shared.confrontas.TipoArchivo;

/// Where a file goes: the sale, with its number for the eye, and what the file is for.
public record Target(long ventaId, String numero, TipoArchivo tipo) {}
