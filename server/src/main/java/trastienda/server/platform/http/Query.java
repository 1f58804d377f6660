package trastienda.server.platform.http;

import io.javalin.http.Context;

import org.jspecify.annotations.Nullable;

import trastienda.shared.json.WireEnum;
import trastienda.shared.problem.FieldError;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;
import trastienda.shared.problem.Regla;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The query parameters of a request. Wrong ones are collected; [#check] reports all of them at
/// once. An empty value counts as absent, unknown parameters are ignored.
public final class Query {
    private final Map<String, String> values;
    private final List<FieldError> errors = new ArrayList<>();

    private Query(Map<String, String> values) {
        this.values = values;
    }

    /// The parameters of a request.
    public static Query of(Context ctx) {
        return new Query(parse(ctx.queryString()));
    }

    static Map<String, String> parse(@Nullable String raw) {
        var values = new LinkedHashMap<String, String>();
        if (raw == null || raw.isEmpty()) {
            return values;
        }
        for (var pair : raw.split("&", -1)) {
            var at = pair.indexOf('=');
            var name = percentDecode(at < 0 ? pair : pair.substring(0, at));
            var value = at < 0 ? "" : percentDecode(pair.substring(at + 1));
            if (name != null) {
                values.putIfAbsent(name, value == null ? "\0" : value);
            }
        }
        return values;
    }

    static @Nullable String percentDecode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return null;
        }
    }

    /// Text, trimmed; null when absent or empty.
    public @Nullable String text(String name) {
        var value = values.get(name);
        if (value == null || value.isBlank()) {
            return null;
        }
        if (!JsonBody.storable(value)) {
            error(FieldError.of(name, Regla.CARACTERES_INVALIDOS));
            return null;
        }
        return value.strip();
    }

    /// A whole number within a range, both ends included.
    public @Nullable Integer integer(String name, int least, int most) {
        var text = text(name);
        if (text == null) {
            return null;
        }
        try {
            var number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return (int) number;
            }
            error(FieldError.of(name, Regla.FUERA_DE_RANGO, least, most));
        } catch (NumberFormatException notANumber) {
            error(FieldError.of(name, Regla.NO_ES_NUMERO));
        }
        return null;
    }

    /// An id: a positive 64-bit number.
    public @Nullable Long id(String name) {
        var text = text(name);
        if (text == null) {
            return null;
        }
        try {
            var number = Long.parseLong(text);
            if (number > 0) {
                return number;
            }
            error(FieldError.of(name, Regla.FUERA_DE_RANGO, 1, Long.MAX_VALUE));
        } catch (NumberFormatException notANumber) {
            error(FieldError.of(name, Regla.NO_ES_NUMERO));
        }
        return null;
    }

    /// A date `YYYY-MM-DD`.
    public @Nullable LocalDate date(String name) {
        var text = text(name);
        if (text == null) {
            return null;
        }
        try {
            var date = LocalDate.parse(text);
            if (date.getYear() >= 1 && date.getYear() <= 9999) {
                return date;
            }
        } catch (DateTimeParseException notADate) {
            error(FieldError.of(name, Regla.NO_ES_FECHA));
            return null;
        }
        error(FieldError.of(name, Regla.NO_ES_FECHA));
        return null;
    }

    /// `true`/`false`, also `1`/`0` and `si`/`no`.
    public @Nullable Boolean bool(String name) {
        return switch (text(name)) {
            case null -> null;
            case "true", "True", "1", "si" -> true;
            case "false", "False", "0", "no" -> false;
            default -> {
                error(FieldError.of(name, Regla.OPCION_INVALIDA));
                yield null;
            }
        };
    }

    /// One of an enum's wire values.
    public <E extends Enum<E> & WireEnum> @Nullable E oneOf(String name, Class<E> type) {
        var text = text(name);
        if (text == null) {
            return null;
        }
        var found = WireEnum.of(type, text);
        if (found.isEmpty()) {
            error(FieldError.of(name, Regla.OPCION_INVALIDA, text));
        }
        return found.orElse(null);
    }

    /// One of these words.
    public @Nullable String oneOf(String name, Set<String> allowed, Regla otherwise) {
        var text = text(name);
        if (text != null && !allowed.contains(text)) {
            error(FieldError.of(name, otherwise, text));
            return null;
        }
        return text;
    }

    /// Adds an error of the caller's own.
    public void error(FieldError error) {
        errors.add(error);
    }

    /// 400 with every wrong parameter, when there is one.
    public void check() {
        if (!errors.isEmpty()) {
            throw ProblemException.of(ProblemCode.PARAMETRO_INVALIDO, errors);
        }
    }
}
