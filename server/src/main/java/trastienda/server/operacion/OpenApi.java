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
            operation.put(
                    "requestBody",
                    ordered(
                            "required",
                            true,
                            "content",
                            ordered("application/json", ordered("schema", schemas.of(body)))));
        }
        var answers = new LinkedHashMap<String, Object>();
        answers.put(String.valueOf(doc.status()), answer(doc, schemas));
        answers.put(
                "default",
                ordered(
                        "description",
                        route.errors() == Route.ErrorBody.DRF
                                ? "An error, as Django REST framework writes it; a problem with"
                                        + " Accept: "
                                        + Problem.MEDIA_TYPE
                                : "A problem (RFC 9457)",
                        "content",
                        ordered(Problem.MEDIA_TYPE, ordered("schema", problem))));
        operation.put("responses", answers);
        operation.put(
                "security",
                route.access() instanceof Access.Anonymous
                        ? List.of()
                        : List.of(ordered("token", List.of()), ordered("clave", List.of())));
        return operation;
    }

    private static Map<String, Object> answer(Route.Doc doc, Schemas schemas) {
        var type = doc.answer();
        return switch (doc.shape()) {
            case NOTHING -> ordered("description", "Done");
            case BYTES ->
                    ordered(
                            "description",
                            "The bytes",
                            "content",
                            ordered("application/octet-stream", ordered()));
            case ONE -> json(type == null ? Map.of() : schemas.of(type));
            case LIST -> json(Schemas.array(type == null ? Map.of() : schemas.of(type)));
            case PAGE -> json(page(type == null ? Map.of() : schemas.of(type)));
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
