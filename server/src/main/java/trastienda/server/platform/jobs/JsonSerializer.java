package trastienda.server.platform.jobs;

import com.github.kagkarlsson.scheduler.serializer.Serializer;

import trastienda.shared.json.Json;

/// Task data as JSON, never as Java's serialized objects.
final class JsonSerializer implements Serializer {
    @Override
    public byte[] serialize(Object data) {
        return Json.mapper().writeValueAsBytes(data);
    }

    @Override
    public <T> T deserialize(Class<T> type, byte[] serialized) {
        return Json.mapper().readValue(serialized, type);
    }
}
