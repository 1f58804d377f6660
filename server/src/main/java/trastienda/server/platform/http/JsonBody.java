package trastienda.server.platform.http;

import io.javalin.http.Context;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.node.ObjectNode;

import trastienda.shared.json.Json;
import trastienda.shared.problem.FieldError;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;
import trastienda.shared.problem.Regla;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Reads a JSON body into a record, and says of every field what is wrong with it.
final class JsonBody {
    static final int MAX_BYTES = 1024 * 1024;

    private JsonBody() {}

    static <T> T read(Context ctx, Class<T> type) {
        requireJson(ctx.contentType());
        var bytes = bytes(ctx);
        var tree = tree(bytes);
        var errors = new ArrayList<FieldError>();
        refuseUnstorable(tree, "", errors);
        if (!errors.isEmpty()) {
            throw ProblemException.of(ProblemCode.JSON_INVALIDO, errors);
        }
        if (!tree.isObject() && !type.isAssignableFrom(JsonNode.class)) {
            throw ProblemException.of(ProblemCode.JSON_INVALIDO);
        }
        return map(tree, type);
    }

    /// As [#read], but what does not fit is left out and noted: the rest can still be looked at.
    ///
    /// @param wrong takes what does not fit
    static <T> T read(Context ctx, Class<T> type, List<FieldError> wrong) {
        requireJson(ctx.contentType());
        var tree = tree(bytes(ctx));
        if (!(tree instanceof ObjectNode fields)) {
            throw ProblemException.of(ProblemCode.JSON_INVALIDO);
        }
        for (var field : List.copyOf(fields.properties())) {
            var unstorable = new ArrayList<FieldError>();
            refuseUnstorable(field.getValue(), field.getKey(), unstorable);
            if (!storable(field.getKey())) {
                throw ProblemException.field(
                        ProblemCode.JSON_INVALIDO, "", Regla.CARACTERES_INVALIDOS);
            }
            if (!unstorable.isEmpty()) {
                wrong.addAll(unstorable);
                fields.putNull(field.getKey());
            }
        }
        return map(fields, type, wrong);
    }

    static String text(Context ctx, String mediaType) {
        var type = ctx.contentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith(mediaType)) {
            throw ProblemException.of(ProblemCode.TIPO_NO_SOPORTADO);
        }
        var bytes = bytes(ctx);
        try {
            var text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            if (storable(text)) {
                return text;
            }
        } catch (CharacterCodingException notUtf8) {
            throw ProblemException.field(
                    ProblemCode.DATOS_INVALIDOS, "", Regla.CARACTERES_INVALIDOS);
        }
        throw ProblemException.field(ProblemCode.DATOS_INVALIDOS, "", Regla.CARACTERES_INVALIDOS);
    }

    private static void requireJson(@Nullable String contentType) {
        var type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
        var media = type.split(";", 2)[0].strip();
        var charset = type.replaceFirst("^[^;]*(;\\s*charset=)?", "").replace("\"", "").strip();
        var json = media.equals("application/json") || media.endsWith("+json");
        if (!json || !(charset.isEmpty() || charset.equals("utf-8"))) {
            throw ProblemException.of(ProblemCode.TIPO_NO_SOPORTADO);
        }
    }

    private static byte[] bytes(Context ctx) {
        if (ctx.req().getContentLengthLong() > MAX_BYTES) {
            throw ProblemException.of(ProblemCode.DEMASIADO_GRANDE);
        }
        try {
            var bytes = ctx.req().getInputStream().readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw ProblemException.of(ProblemCode.DEMASIADO_GRANDE);
            }
            return bytes;
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    private static JsonNode tree(byte[] bytes) {
        try {
            var tree = Json.mapper().readTree(bytes);
            if (tree == null || tree.isMissingNode()) {
                throw ProblemException.of(ProblemCode.JSON_INVALIDO);
            }
            return tree;
        } catch (JacksonException notJson) {
            throw ProblemException.of(ProblemCode.JSON_INVALIDO);
        }
    }

    private static <T> T map(JsonNode tree, Class<T> type) {
        var wrong = new ArrayList<FieldError>();
        var value = map(tree, type, wrong);
        if (!wrong.isEmpty()) {
            throw ProblemException.of(ProblemCode.DATOS_INVALIDOS, wrong);
        }
        return value;
    }

    private static <T> T map(JsonNode tree, Class<T> type, List<FieldError> wrong) {
        var problems = new Collector();
        try {
            var value =
                    Json.mapper()
                            .readerFor(type)
                            .withHandler(problems)
                            .<T>readValue(Json.mapper().treeAsTokens(tree));
            if (value != null) {
                wrong.addAll(problems.found);
                return value;
            }
        } catch (DatabindException misfit) {
            if (problems.found.isEmpty()) {
                problems.found.add(FieldError.of(path(misfit), Regla.OPCION_INVALIDA));
            }
        } catch (JacksonException notJson) {
            throw ProblemException.of(ProblemCode.JSON_INVALIDO);
        }
        throw ProblemException.of(ProblemCode.DATOS_INVALIDOS, problems.found);
    }

    /// Whether PostgreSQL and UTF-8 can hold the text: no NUL, no half of a surrogate pair.
    static boolean storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static void refuseUnstorable(JsonNode node, String path, List<FieldError> errors) {
        if (node.isString() && !storable(node.stringValue())) {
            errors.add(FieldError.of(path, Regla.CARACTERES_INVALIDOS));
        }
        for (var field : node.properties()) {
            if (!storable(field.getKey())) {
                errors.add(FieldError.of(path, Regla.CARACTERES_INVALIDOS));
                continue;
            }
            var below = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
            refuseUnstorable(field.getValue(), below, errors);
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                refuseUnstorable(node.get(i), path + "[" + i + "]", errors);
            }
        }
    }

    private static String path(DatabindException wrong) {
        return wrong.getPath().stream()
                .map(JacksonException.Reference::getPropertyName)
                .filter(name -> name != null)
                .collect(Collectors.joining("."));
    }

    /// Notes what does not fit and lets reading go on, so that all of it is reported.
    private static final class Collector extends DeserializationProblemHandler {
        private final List<FieldError> found = new ArrayList<>();

        @Override
        public @Nullable Object handleWeirdStringValue(
                DeserializationContext context, Class<?> type, String value, String message) {
            return note(context.getParser(), type);
        }

        @Override
        public @Nullable Object handleWeirdNumberValue(
                DeserializationContext context, Class<?> type, Number value, String message) {
            return note(context.getParser(), type);
        }

        @Override
        public @Nullable Object handleUnexpectedToken(
                DeserializationContext context,
                JavaType type,
                JsonToken token,
                JsonParser parser,
                String message) {
            var answer = note(parser, type.getRawClass());
            parser.skipChildren();
            return answer;
        }

        private @Nullable Object note(@Nullable JsonParser parser, Class<?> type) {
            var name = parser == null ? "" : pointer(parser);
            found.add(FieldError.of(name, rule(type)));
            if (type == long.class) {
                return 0L;
            }
            return type == int.class ? (Object) 0 : type == boolean.class ? (Object) false : null;
        }

        private static String pointer(JsonParser parser) {
            var pointer = parser.streamReadContext().pathAsPointer().toString();
            return pointer.isEmpty() ? "" : pointer.substring(1).replace('/', '.');
        }

        private static Regla rule(Class<?> type) {
            if (Temporal.class.isAssignableFrom(type)) {
                return Regla.NO_ES_FECHA;
            }
            if (Number.class.isAssignableFrom(type) || type == long.class || type == int.class) {
                return Regla.NO_ES_NUMERO;
            }
            return type == String.class ? Regla.NO_ES_TEXTO : Regla.OPCION_INVALIDA;
        }
    }
}
