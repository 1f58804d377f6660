package trastienda.server.platform.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;

import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.EofException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import trastienda.server.platform.db.SqlProblems;
import trastienda.server.platform.http.Route.ErrorBody;
import trastienda.server.platform.storage.StoreException;
import trastienda.shared.json.Json;
import trastienda.shared.problem.Problem;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;
import trastienda.shared.text.SharedText;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/// The one place that turns a failure into an answer: RFC 9457, or Django REST framework's body on
/// the seeds' routes when the caller does not ask for a problem. What nobody expected is logged
/// once under a short reference that the answer carries.
final class ErrorAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);
    private static final String TYPE = "urn:trastienda:problema:";
    private static final long DRAINED_AT_MOST = 64L * 1024 * 1024;

    /// Where errors look as DRF's although no route matched.
    private static final Pattern SEEDS =
            Pattern.compile("/(telefonica|api/v1/(auth|reportes|notifications|etl))(/.*)?");

    private ErrorAnswers() {}

    static void install(RoutesConfig routes) {
        routes.exception(ProblemException.class, (problem, ctx) -> write(ctx, problem, null));
        routes.exception(HttpResponseException.class, ErrorAnswers::fromJavalin);
        routes.exception(Exception.class, ErrorAnswers::unexpected);
    }

    /// Writes the answer. `reference` is the short code under which the log tells more.
    static void write(Context ctx, ProblemException problem, @Nullable String reference) {
        var locale = Requests.locale(ctx);
        var code = problem.code();
        ctx.status(code.status());
        ctx.header("Content-Language", locale.getLanguage());
        ctx.header("Cache-Control", "no-store");
        var after = problem.retryAfter();
        if (after != null) {
            ctx.header("Retry-After", Long.toString(Math.max(1, after.toSeconds())));
        }
        if (code.status() == 401) {
            ctx.header("WWW-Authenticate", "Bearer realm=\"api\"");
        }
        if (code.status() == 413) {
            drain(ctx);
        }
        if (wantsProblem(ctx)) {
            var body = problem(problem, problem.code().status(), locale, reference);
            ctx.result(Json.mapper().writeValueAsBytes(body)).contentType(Problem.MEDIA_TYPE);
        } else {
            var body = DrfBody.of(ctx.req().getMethod(), ctx.contentType(), problem, locale);
            ctx.result(Json.mapper().writeValueAsBytes(body)).contentType("application/json");
        }
    }

    /// @param status the one that travels; Jetty knows finer ones than the code's
    static Problem problem(
            ProblemException problem, int status, Locale locale, @Nullable String reference) {
        var code = problem.code();
        var after = problem.retryAfter();
        return new Problem(
                TYPE + code.wire(),
                SharedText.of(locale, code),
                status,
                null,
                code,
                problem.errors().stream()
                        .map(error -> error.withMensaje(SharedText.of(locale, error)))
                        .toList(),
                reference,
                problem.actual(),
                after == null ? null : Math.max(1, after.toSeconds()));
    }

    private static boolean wantsProblem(Context ctx) {
        if (Requests.asksForProblem(ctx)) {
            return true;
        }
        var route = Requests.route(ctx);
        return route == null ? !isSeeds(ctx.path()) : route.errors() == ErrorBody.PROBLEM;
    }

    /// Whether errors under this path look as DRF's although no route answered.
    static boolean isSeeds(String path) {
        return SEEDS.matcher(path).matches();
    }

    /// A path that is answered as a malformed address is to be.
    static String near(String malformed) {
        var query = malformed.indexOf('?');
        return isSeeds(query < 0 ? malformed : malformed.substring(0, query))
                ? "/telefonica/"
                : "/";
    }

    private static void fromJavalin(HttpResponseException failure, Context ctx) {
        if (failure instanceof MethodNotAllowedResponse) {
            var methods = failure.getDetails().get("availableMethods");
            if (methods != null) {
                ctx.header("Allow", methods);
            }
        }
        write(ctx, ProblemException.of(code(failure.getStatus())), null);
    }

    /// The code of a status that someone below us chose.
    static ProblemCode code(int status) {
        return switch (status) {
            case 400 -> ProblemCode.PARAMETRO_INVALIDO;
            case 401 -> ProblemCode.NO_AUTENTICADO;
            case 403 -> ProblemCode.SIN_PERMISO;
            case 404 -> ProblemCode.NO_ENCONTRADO;
            case 405 -> ProblemCode.METODO_NO_PERMITIDO;
            case 413, 414, 431 -> ProblemCode.DEMASIADO_GRANDE;
            case 415 -> ProblemCode.TIPO_NO_SOPORTADO;
            case 503 -> ProblemCode.SOBRECARGA;
            default -> status < 500 ? ProblemCode.PARAMETRO_INVALIDO : ProblemCode.DESCONOCIDO;
        };
    }

    private static void unexpected(Exception failure, Context ctx) {
        if (isGone(failure)) {
            LOG.info("{} was cut by its caller: {}", name(ctx), failure.toString());
            ctx.status(400);
            return;
        }
        var known = known(failure);
        if (known != null) {
            LOG.warn("{} answered {}", name(ctx), known.code().wire(), failure);
            write(ctx, known, null);
            return;
        }
        var reference = reference();
        LOG.error("{} failed, reference {}", name(ctx), reference, failure);
        write(ctx, ProblemException.of(ProblemCode.DESCONOCIDO), reference);
    }

    /// Whether the caller went away: nobody's defect, and nobody reads the answer. One that sent
    /// what is not HTTP is still there.
    private static boolean isGone(Throwable failure) {
        var gone = false;
        var depth = 0;
        for (Throwable at = failure; at != null && depth < 12; at = at.getCause(), depth++) {
            if (at instanceof HttpException) {
                return false;
            }
            gone = gone || at instanceof EofException;
        }
        return gone;
    }

    /// Failures of what we stand on: the client's way of sending, the database, the store, the
    /// disk, time.
    private static @Nullable ProblemException known(Throwable failure) {
        var wait = Duration.ofSeconds(5);
        var depth = 0;
        for (Throwable at = failure; at != null && depth < 12; at = at.getCause(), depth++) {
            if (at instanceof ProblemException problem) {
                return problem;
            }
            if (at instanceof HttpException http) {
                var code = code(http.getCode());
                return ProblemException.of(
                        code == ProblemCode.PARAMETRO_INVALIDO ? ProblemCode.JSON_INVALIDO : code);
            }
            if (at instanceof StoreException) {
                return ProblemException.retry(ProblemCode.REPOSITORIO_NO_DISPONIBLE, wait);
            }
            if (at instanceof IOException && String.valueOf(at.getMessage()).contains("No space")) {
                return ProblemException.retry(ProblemCode.SIN_ESPACIO, wait);
            }
            if (at instanceof InterruptedException) {
                return ProblemException.retry(ProblemCode.SOBRECARGA, wait);
            }
        }
        return SqlProblems.of(failure).orElse(null);
    }

    /// Reads a body that was refused for its size to its end, so that a client which sends before
    /// it listens still gets the answer. One that waits for 100-continue never starts.
    private static void drain(Context ctx) {
        var announced = ctx.req().getContentLengthLong();
        if (ctx.header("Expect") != null || announced > DRAINED_AT_MOST) {
            return;
        }
        try {
            var in = ctx.req().getInputStream();
            var buffer = new byte[64 * 1024];
            long left = DRAINED_AT_MOST;
            for (int n = in.read(buffer); n >= 0 && left > 0; n = in.read(buffer)) {
                left -= n;
            }
        } catch (IOException gone) {
            LOG.debug("the client left before its body ended", gone);
        }
    }

    private static String name(Context ctx) {
        var route = Requests.route(ctx);
        return ctx.req().getMethod() + " " + (route == null ? "?" : route.path());
    }

    private static String reference() {
        var letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
        var random = ThreadLocalRandom.current();
        var code = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            code.append(letters.charAt(random.nextInt(letters.length())));
        }
        return code.toString();
    }
}
