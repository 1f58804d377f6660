package trastienda.shared.eventos;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

/// A frame of `/ws/eventos/`: `type` is `evento` or `resync`; `ref` names the object (`venta:12`).
public record EventoFrame(
        String type,
        long seq,
        @Nullable String topic,
        @Nullable String ref,
        @Nullable JsonNode data) {}
