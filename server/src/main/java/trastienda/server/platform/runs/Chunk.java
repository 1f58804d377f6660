package trastienda.server.platform.runs;

import tools.jackson.databind.JsonNode;

/// A piece of a run that this node has taken. `epoca` proves at the end that nobody took it over.
public record Chunk(
        long runId, int n, long epoca, String tipo, JsonNode parametros, JsonNode datos) {}
