package trastienda.desktop.platform.api;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;

import trastienda.shared.json.Json;
import trastienda.shared.problem.Problem;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;

import java.time.Duration;
import java.util.List;

/// Reads the server's problems and turns them into the vocabulary's exception and back.
final class Problems {
    private Problems() {}

    /// The problem of an answer; one without a readable body is of the status alone.
    static Problem read(int status, String body, @Nullable String retryAfter) {
        try {
            var problem = Json.mapper().readValue(body, Problem.class);
            if (problem != null && problem.code() != null) {
                return problem;
            }
        } catch (JacksonException notOurs) {
            // A proxy's page, or nothing at all: the status says enough.
        }
        return bare(status, seconds(retryAfter));
    }

    private static @Nullable Long seconds(@Nullable String header) {
        try {
            return header == null ? null : Long.valueOf(header.strip());
        } catch (NumberFormatException aDate) {
            return null;
        }
    }

    private static Problem bare(int status, @Nullable Long retryAfter) {
        var code =
                switch (status) {
                    case 401 -> ProblemCode.NO_AUTENTICADO;
                    case 403 -> ProblemCode.SIN_PERMISO;
                    case 404 -> ProblemCode.NO_ENCONTRADO;
                    case 413 -> ProblemCode.DEMASIADO_GRANDE;
                    case 415 -> ProblemCode.TIPO_NO_SOPORTADO;
                    case 429 -> ProblemCode.DEMASIADAS_PETICIONES;
                    case 502, 503, 504 -> ProblemCode.SOBRECARGA;
                    default -> ProblemCode.DESCONOCIDO;
                };
        return new Problem(
                "about:blank", code.wire(), status, null, code, List.of(), null, null, retryAfter);
    }

    static Problem of(ProblemException cause) {
        var after = cause.retryAfter();
        return new Problem(
                "about:blank",
                cause.code().wire(),
                cause.code().status(),
                null,
                cause.code(),
                cause.errors(),
                null,
                cause.actual(),
                after == null ? null : after.toSeconds());
    }

    /// What the caller of a refused request gets.
    static Exception exception(Problem problem) {
        if (problem.code() == ProblemCode.PROGRAMA_VIEJO) {
            return new ApiException(new ApiFailure.TooOld());
        }
        if (problem.code() == ProblemCode.PROGRAMA_NUEVO) {
            return new ApiException(new ApiFailure.TooNew());
        }
        var reference = problem.reference();
        if (problem.code() == ProblemCode.DESCONOCIDO && problem.status() >= 500) {
            return new ApiException(
                    new ApiFailure.Unexpected(reference == null ? References.next() : reference));
        }
        var errors =
                problem.errors() == null
                        ? List.<trastienda.shared.problem.FieldError>of()
                        : problem.errors();
        if (problem.actual() != null) {
            return ProblemException.stale(problem.actual());
        }
        var after = problem.retryAfter();
        return after == null
                ? ProblemException.of(problem.code(), errors)
                : ProblemException.retry(problem.code(), Duration.ofSeconds(after));
    }
}
