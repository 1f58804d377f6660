package trastienda.server.platform.db;

import java.util.List;
import java.util.Map;

/// Something that happened, to be told after commit. `ref` names the object (`venta:12`);
/// `channels` say who hears of it (`user:7`, `perm:ventas.ver_todas`, `equipo:3`); `data` holds
/// nothing that a hearer may not see.
public record EventDraft(
        String topic, String ref, List<String> channels, Map<String, Object> data) {}
