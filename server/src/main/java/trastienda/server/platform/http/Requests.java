package trastienda.server.platform.http;

import io.javalin.http.Context;

import org.jspecify.annotations.Nullable;

import trastienda.server.platform.auth.Actor;
import trastienda.server.platform.auth.Principal;
import trastienda.shared.http.ApiVersion;
import trastienda.shared.http.Headers;
import trastienda.shared.problem.FieldError;
import trastienda.shared.problem.Problem;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;
import trastienda.shared.problem.Regla;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What a handler asks of a request: who, from where, in which language, and about which object.
public final class Requests {
    static final String ROUTE = "trastienda.route";
    static final String PRINCIPAL = "trastienda.principal";

    private static final Principal NOBODY = new Principal.Service("anonimo", Set.of());
    private static final Pattern ID = Pattern.compile("[0-9]{1,19}");
    private static final List<Locale> LANGUAGES = List.of(Locale.of("es"), Locale.ENGLISH);

    private Requests() {}

    /// Who sent the request; a principal that may nothing when nobody is signed in.
    public static Principal principal(Context ctx) {
        Principal known = ctx.attribute(PRINCIPAL);
        return known == null ? NOBODY : known;
    }

    /// The signed-in person; 403 for a program.
    public static Principal.User user(Context ctx) {
        if (principal(ctx) instanceof Principal.User user) {
            return user;
        }
        throw ProblemException.of(ProblemCode.SIN_PERMISO);
    }

    /// Who sent the request, and from where.
    public static Actor actor(Context ctx) {
        return new Actor(principal(ctx), ctx.ip(), ctx.userAgent());
    }

    /// The id in the path: anything that is not a positive 64-bit number is simply not found.
    public static long id(Context ctx, String name) {
        return id(ctx.pathParam(name));
    }

    static long id(String text) {
        if (ID.matcher(text).matches()) {
            try {
                var id = Long.parseLong(text);
                if (id > 0) {
                    return id;
                }
            } catch (NumberFormatException tooLarge) {
                throw ProblemException.of(ProblemCode.NO_ENCONTRADO);
            }
        }
        throw ProblemException.of(ProblemCode.NO_ENCONTRADO);
    }

    /// Whether the caller asks for a problem where errors are Django's otherwise.
    public static boolean asksForProblem(Context ctx) {
        return asksForProblem(ctx.header("Accept"));
    }

    static boolean asksForProblem(@Nullable String accept) {
        return accept != null && accept.toLowerCase(Locale.ROOT).contains(Problem.MEDIA_TYPE);
    }

    /// The caller's language: English where it is preferred to Spanish, else Spanish.
    public static Locale locale(Context ctx) {
        return locale(ctx.header("Accept-Language"));
    }

    static Locale locale(@Nullable String asked) {
        if (asked == null || asked.isBlank() || asked.length() > 200) {
            return LANGUAGES.getFirst();
        }
        try {
            var found = Locale.lookup(Locale.LanguageRange.parse(asked), LANGUAGES);
            return found == null ? LANGUAGES.getFirst() : found;
        } catch (IllegalArgumentException notALanguageList) {
            return LANGUAGES.getFirst();
        }
    }

    /// A JSON body, at most 1 MiB: not JSON, too deep or holding text that PostgreSQL cannot keep
    /// is 400; every field of a wrong type is named at once.
    public static <T> T body(Context ctx, Class<T> type) {
        return JsonBody.read(ctx, type);
    }

    /// The JSON body as far as it can be read.
    ///
    /// @param wrong takes the fields that could not, which are null in what is returned
    public static <T> T body(Context ctx, Class<T> type, List<FieldError> wrong) {
        return JsonBody.read(ctx, type, wrong);
    }

    /// A text body of this media type in UTF-8, at most 1 MiB; anything else is 415 or 413.
    public static String text(Context ctx, String mediaType) {
        return JsonBody.text(ctx, mediaType);
    }

    /// A header that is percent-encoded UTF-8; null when absent, not decodable or nothing that
    /// PostgreSQL can keep.
    public static @Nullable String decodedHeader(Context ctx, String name) {
        var raw = ctx.header(name);
        var text = raw == null ? null : Query.percentDecode(raw.replace("+", "%2B"));
        return text == null || !JsonBody.storable(text) ? null : text;
    }

    /// Where this server is, as the caller sees it: scheme, host and port without a slash at the
    /// end.
    public static String base(Context ctx) {
        return ctx.scheme() + "://" + ctx.host();
    }

    /// How long ago the person last touched the keyboard; null when the client does not say.
    ///
    /// @throws ProblemException `PARAMETRO_INVALIDO` for what is no number of seconds
    public static @Nullable Duration inputAge(Context ctx) {
        var header = ctx.header(Headers.INPUT_AGE);
        if (header == null) {
            return null;
        }
        if (!header.matches("[0-9]{1,40}")) {
            throw ProblemException.field(
                    ProblemCode.PARAMETRO_INVALIDO, Headers.INPUT_AGE, Regla.NO_ES_NUMERO);
        }
        if (header.length() > 9) {
            return Duration.ofSeconds(999_999_999);
        }
        return Duration.ofSeconds(Long.parseLong(header));
    }

    /// Refuses a client whose protocol is not ours. One that names none is an older system's
    /// program or a service and is served.
    ///
    /// @throws ProblemException `PROGRAMA_VIEJO` or `PROGRAMA_NUEVO`
    public static void checkProtocol(Context ctx) {
        var header = ctx.header(Headers.API);
        if (header == null) {
            return;
        }
        var named = ApiVersion.parse(header.strip());
        if (named.isEmpty()) {
            throw ProblemException.field(
                    ProblemCode.PARAMETRO_INVALIDO, Headers.API, Regla.NO_ES_NUMERO);
        }
        if (named.getAsInt() < ApiVersion.OLDEST) {
            throw ProblemException.of(ProblemCode.PROGRAMA_VIEJO);
        }
        if (named.getAsInt() > ApiVersion.CURRENT) {
            throw ProblemException.of(ProblemCode.PROGRAMA_NUEVO);
        }
    }

    /// The path of the route that answered, with its `{name}`s; `-` when none matched.
    public static String routePath(Context ctx) {
        var route = route(ctx);
        return route == null ? "-" : route.path();
    }

    static @Nullable Route route(Context ctx) {
        return ctx.attribute(ROUTE);
    }
}
