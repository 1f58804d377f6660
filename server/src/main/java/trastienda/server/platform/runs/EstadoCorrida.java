package trastienda.server.platform.runs;

import trastienda.shared.json.WireEnum;

/// Where a run stands.
public enum EstadoCorrida implements WireEnum {
    PENDIENTE,
    EN_CURSO,
    TERMINADA,
    CANCELADA,
    FALLIDA
}
