package trastienda.server.operacion;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;

import trastienda.shared.identidad.Permiso;
import trastienda.shared.json.WireEnum;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// JSON Schemas (2020-12, as OpenAPI 3.1 uses them) of the records that travel, collected while
/// routes name them.
final class Schemas {
    private final Map<String, Object> components = new TreeMap<>();

    /// The schemas named so far, by the record's simple name.
    Map<String, Object> components() {
        return components;
    }

    /// A reference to the type's schema; the schema itself is added to the components.
    Map<String, Object> of(Type type) {
        if (type instanceof ParameterizedType generic
                && generic.getRawType() instanceof Class<?> raw) {
            var parameters = generic.getActualTypeArguments();
            if (Collection.class.isAssignableFrom(raw)) {
                return array(of(parameters[0]));
            }
            if (Map.class.isAssignableFrom(raw)) {
                return ordered("type", "object", "additionalProperties", of(parameters[1]));
            }
            return Map.of();
        }
        return type instanceof Class<?> plain ? plain(plain) : Map.of();
    }

    /// A list of such things.
    static Map<String, Object> array(Map<String, Object> items) {
        return ordered("type", "array", "items", items);
    }

    private Map<String, Object> plain(Class<?> type) {
        if (type == String.class) {
            return ordered("type", "string");
        }
        if (type == long.class || type == Long.class) {
            return ordered("type", "integer", "format", "int64");
        }
        if (type == int.class || type == Integer.class) {
            return ordered("type", "integer", "format", "int32");
        }
        if (type == boolean.class || type == Boolean.class) {
            return ordered("type", "boolean");
        }
        if (type == BigDecimal.class) {
            return ordered("type", "string", "pattern", "^-?\\d+\\.\\d{2}$");
        }
        if (type == Instant.class) {
            return ordered("type", "string", "format", "date-time");
        }
        if (type == LocalDate.class) {
            return ordered("type", "string", "format", "date");
        }
        if (type == JsonNode.class) {
            return Map.of();
        }
        if (type.isEnum()) {
            return ordered("type", "string", "enum", values(type));
        }
        return type.isRecord() ? reference(type) : Map.of();
    }

    private Map<String, Object> reference(Class<?> type) {
        var name = type.getSimpleName();
        if (!components.containsKey(name)) {
            var properties = new LinkedHashMap<String, Object>();
            components.put(name, ordered("type", "object", "properties", properties));
            for (var component : type.getRecordComponents()) {
                properties.put(name(component), property(component));
            }
            var required =
                    Arrays.stream(type.getRecordComponents())
                            .filter(component -> !nullable(component))
                            .map(Schemas::name)
                            .toList();
            components.put(
                    name,
                    required.isEmpty()
                            ? ordered("type", "object", "properties", properties)
                            : ordered(
                                    "type",
                                    "object",
                                    "properties",
                                    properties,
                                    "required",
                                    required));
        }
        return ordered("$ref", "#/components/schemas/" + name);
    }

    private Object property(RecordComponent component) {
        var schema = of(component.getGenericType());
        return nullable(component) && !schema.isEmpty()
                ? ordered("anyOf", List.of(schema, ordered("type", "null")))
                : schema;
    }

    private static boolean nullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static String name(RecordComponent component) {
        var own = component.getAccessor().getAnnotation(JsonProperty.class);
        return own != null
                ? own.value()
                : PropertyNamingStrategies.SNAKE_CASE.nameForField(null, null, component.getName());
    }

    private static List<String> values(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(
                        constant ->
                                switch (constant) {
                                    case WireEnum wire -> wire.wire();
                                    case Permiso permiso -> permiso.codigo();
                                    default -> constant.toString();
                                })
                .toList();
    }

    /// A map in the order given: key, value, key, value.
    static Map<String, Object> ordered(Object... pairs) {
        var map = new LinkedHashMap<String, Object>();
        for (var i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
