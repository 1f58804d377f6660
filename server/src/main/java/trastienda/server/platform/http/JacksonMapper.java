package trastienda.server.platform.http;

import io.javalin.json.JsonMapper;

import trastienda.shared.json.Json;

import java.lang.reflect.Type;

/// Javalin writes JSON with the mapper both ends share.
final class JacksonMapper implements JsonMapper {
    @Override
    public String toJsonString(Object value, Type type) {
        return Json.mapper().writeValueAsString(value);
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // the interface is Javalin's
    public <T> T fromJsonString(String json, Type type) {
        return Json.mapper().readValue(json, Json.mapper().constructType(type));
    }
}
