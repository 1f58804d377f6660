package trastienda.server.operacion;

import static trastienda.server.operacion.Schemas.ordered;

import trastienda.server.platform.http.Access;
import trastienda.server.platform.http.Route;
import trastienda.shared.http.Headers;
import trastienda.shared.identidad.Permiso;
import trastienda.shared.problem.Problem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// The OpenAPI 3.1 document of the routes that exist, made from the very list the server answers
/// by, so that the two cannot part.
final class OpenApi {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");

    /// `{"detail": …}`, or every wrong field with its messages.
    private static final Map<String, Object> DRF =
            ordered(
                    "anyOf",
                    List.of(
                            ordered(
                                    "type", "object",
                                    "properties", ordered("detail", ordered("type", "string")),
                                    "required", List.of("detail")),
                            ordered(
                                    "type",
                                    "object",
                                    "additionalProperties",
                                    Schemas.array(ordered("type", "string")))));

    private OpenApi() {}

    /// The document as a tree of maps, ready to be written as JSON.
    static Map<String, Object> document(List<Route> routes, String version) {
        var schemas = new Schemas();
        var problem = schemas.of(Problem.class);
        var paths = new LinkedHashMap<String, Map<String, Object>>();
        for (var route : routes) {
            paths.computeIfAbsent(route.path(), path -> new LinkedHashMap<>())
                    .put(route.verb().toLowerCase(Locale.ROOT), operation(route, schemas, problem));
        }
        return ordered(
                "openapi",
                "3.1.0",
                "info",
                ordered(
                        "title",
                        "Trastienda",
                        "version",
                        version,
                        "description",
                        "The back office of a call centre. Decimals travel as text with two places,"
                                + " dates as YYYY-MM-DD, instants as ISO 8601 in UTC. A client that"
                                + " names a protocol in "
                                + Headers.API
                                + " which is not spoken here is answered 426."),
                "paths",
                paths,
                "components",
                ordered(
                        "schemas", schemas.components(),
                        "securitySchemes",
                                ordered(
                                        "token", ordered("type", "http", "scheme", "bearer"),
                                        "clave",
                                                ordered(
                                                        "type", "apiKey",
                                                        "in", "header",
                                                        "name", "Authorization",
                                                        "description", "Api-Key …"))));
    }

    private static Map<String, Object> operation(
            Route route, Schemas schemas, Map<String, Object> problem) {
        var doc = route.doc();
        var operation =
                ordered(
                        "summary", doc.summary(),
                        "operationId", operationId(route),
                        "tags", doc.tags().isEmpty() ? List.of(access(route.access())) : doc.tags(),
                        "description", description(route.access()),
                        "parameters", parameters(route));
        var body = doc.body();
        if (body != null) {
            operation.put("requestBody", request(body, schemas));
        }
        var answers = new LinkedHashMap<String, Object>();
        for (var answer : doc.answers()) {
            answers.put(String.valueOf(answer.status()), answer(answer, schemas));
        }
        answers.put("default", failure(route.errors(), problem));
        operation.put("responses", answers);
        operation.put(
                "security",
                route.access() instanceof Access.Anonymous
                        ? List.of()
                        : List.of(ordered("token", List.of()), ordered("clave", List.of())));
        return operation;
    }

    private static Map<String, Object> request(Route.Body body, Schemas schemas) {
        var type = body.type();
        var schema = type == null ? raw(body.mediaType()) : schemas.of(type);
        var file = body.file();
        if (file != null) {
            var part = ordered(file, ordered("type", "string", "format", "binary"));
            schema =
                    ordered(
                            "allOf",
                            List.of(schema, ordered("type", "object", "properties", part)));
        }
        return ordered(
                "required", body.required(),
                "content", ordered(body.mediaType(), ordered("schema", schema)));
    }

    /// Bytes have no schema in OpenAPI 3.1; what is text says so.
    private static Map<String, Object> raw(String mediaType) {
        return mediaType.startsWith("text/") ? ordered("type", "string") : Map.of();
    }

    private static Map<String, Object> failure(
            Route.ErrorBody errors, Map<String, Object> problem) {
        var asked = ordered("schema", problem);
        return errors == Route.ErrorBody.PROBLEM
                ? ordered(
                        "description",
                        "A problem (RFC 9457)",
                        "content",
                        ordered(Problem.MEDIA_TYPE, asked))
                : ordered(
                        "description",
                        "An error, as Django REST framework writes it; a problem with Accept: "
                                + Problem.MEDIA_TYPE,
                        "content",
                        ordered(
                                "application/json",
                                ordered("schema", DRF),
                                Problem.MEDIA_TYPE,
                                asked));
    }

    private static Map<String, Object> answer(Route.Answer answer, Schemas schemas) {
        var type = answer.type();
        Map<String, Object> schema = type == null ? Map.of() : schemas.of(type);
        return switch (answer.shape()) {
            case NOTHING -> ordered("description", "Done");
            case BYTES ->
                    ordered(
                            "description",
                            "The bytes",
                            "content",
                            ordered(
                                    answer.mediaType(),
                                    ordered("schema", raw(answer.mediaType()))));
            case ONE -> json(schema);
            case LIST -> json(Schemas.array(schema));
            case PAGE -> json(page(schema));
        };
    }

    private static Map<String, Object> page(Map<String, Object> row) {
        var address = ordered("type", List.of("string", "null"), "format", "uri");
        return ordered(
                "type",
                "object",
                "properties",
                ordered(
                        "count",
                        ordered("type", "integer", "format", "int64"),
                        "next",
                        address,
                        "previous",
                        address,
                        "results",
                        Schemas.array(row)));
    }

    private static Map<String, Object> json(Map<String, Object> schema) {
        return ordered(
                "description",
                "The answer",
                "content",
                ordered("application/json", ordered("schema", schema)));
    }

    private static List<Map<String, Object>> parameters(Route route) {
        var parameters = new ArrayList<Map<String, Object>>();
        var names = PLACEHOLDER.matcher(route.path());
        while (names.find()) {
            var name = names.group(1);
            var type =
                    name.endsWith("id")
                            ? ordered("type", "integer", "format", "int64")
                            : ordered("type", "string");
            parameters.add(ordered("name", name, "in", "path", "required", true, "schema", type));
        }
        for (var param : route.doc().params()) {
            parameters.add(
                    ordered(
                            "name", param.name(),
                            "in", param.in(),
                            "required", param.required(),
                            "description", param.what(),
                            "schema", type(param.type())));
        }
        return parameters;
    }

    private static Map<String, Object> type(String name) {
        return name.equals("date")
                ? ordered("type", "string", "format", "date")
                : ordered("type", name);
    }

    private static String operationId(Route route) {
        var words = route.path().replaceAll("[{}]", "").split("[/.-]+");
        return route.verb().toLowerCase(Locale.ROOT) + String.join("_", words);
    }

    /// Who may call it, in words.
    static String description(Access access) {
        return switch (access) {
            case Access.Anonymous none -> "Open to all.";
            case Access.SignedIn any -> "Any signed-in person.";
            case Access.Needs needs ->
                    "Needs "
                            + String.join(
                                    " or ",
                                    needs.anyOf().stream().map(Permiso::codigo).sorted().toList())
                            + ".";
        };
    }

    private static String access(Access access) {
        return access instanceof Access.Anonymous ? "anonima" : "usuario";
    }
}
