package trastienda.server.platform.http;

import org.jspecify.annotations.Nullable;

import trastienda.shared.problem.FieldError;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;
import trastienda.shared.text.SharedText;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/// An error as Django REST framework writes it: `{"detail": …}`, or `{campo: [mensajes]}` when it
/// is about fields.
final class DrfBody {
    private DrfBody() {}

    /// @param method the request's, and `type` its content type, for the words that name them
    static Map<String, Object> of(
            String method, @Nullable String type, ProblemException problem, Locale locale) {
        var body = new LinkedHashMap<String, Object>();
        var fields = problem.code().status() == 400 || problem.code().status() == 413;
        if (fields && !problem.errors().isEmpty()) {
            for (var error : problem.errors()) {
                messages(body, error).add(SharedText.of(locale, error));
            }
            return body;
        }
        body.put("detail", detail(method, type, problem, locale));
        if (problem.code() == ProblemCode.SESION_VENCIDA) {
            body.put("code", "token_not_valid");
            body.put(
                    "messages",
                    List.of(
                            Map.of(
                                    "token_class", "AccessToken",
                                    "token_type", "access",
                                    "message", text(locale, "sesion_vencida.mensaje"))));
        }
        if (problem.code() == ProblemCode.CUENTA_INACTIVA) {
            body.put("code", "user_inactive");
        }
        var actual = problem.actual();
        if (actual != null) {
            body.put("actual", actual);
        }
        return body;
    }

    @SuppressWarnings("unchecked")
    private static List<String> messages(Map<String, Object> body, FieldError error) {
        var name = error.campo().isEmpty() ? "non_field_errors" : error.campo();
        return (List<String>) body.computeIfAbsent(name, absent -> new ArrayList<String>());
    }

    private static String detail(
            String method, @Nullable String type, ProblemException problem, Locale locale) {
        var key = problem.code().wire();
        var after = problem.retryAfter();
        return switch (problem.code()) {
            case METODO_NO_PERMITIDO -> text(locale, key, method);
            case TIPO_NO_SOPORTADO -> text(locale, key, type == null ? "" : type);
            case DEMASIADAS_PETICIONES ->
                    text(locale, key, after == null ? "1" : Long.toString(after.toSeconds()));
            case NO_AUTENTICADO,
                    SESION_VENCIDA,
                    CUENTA_INACTIVA,
                    CREDENCIALES_INVALIDAS,
                    SIN_PERMISO,
                    NO_ENCONTRADO,
                    JSON_INVALIDO ->
                    text(locale, key);
            default -> SharedText.of(locale, problem.code());
        };
    }

    private static String text(Locale locale, String key, Object... parameters) {
        var bundle =
                ResourceBundle.getBundle(
                        "trastienda.server.platform.http.drf",
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
        return new MessageFormat(bundle.getString(key), locale).format(parameters);
    }
}
