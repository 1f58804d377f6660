package trastienda.desktop.platform.ui;

import javafx.beans.binding.StringBinding;

import trastienda.desktop.platform.api.ApiFailure;
import trastienda.desktop.platform.i18n.Formats;
import trastienda.desktop.platform.i18n.Text;
import trastienda.shared.problem.Problem;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.text.SharedText;

import java.time.Duration;

/// A failure in words a clerk understands; the reference stands apart, to be copied.
public final class FailureText {
    private FailureText() {}

    /// One sentence, live.
    public static StringBinding of(ApiFailure failure) {
        return Text.live(() -> now(failure));
    }

    /// One sentence now.
    public static String now(ApiFailure failure) {
        return switch (failure) {
            case ApiFailure.Offline() -> Text.now("fallo.sin_conexion");
            case ApiFailure.Refused(var problem) -> refused(problem);
            case ApiFailure.SignedOut() -> Text.now("fallo.sesion");
            case ApiFailure.TooOld() -> Text.now("fallo.cliente_viejo");
            case ApiFailure.TooNew() -> Text.now("fallo.servidor_viejo");
            case ApiFailure.Cancelled() -> Text.now("fallo.cancelado");
            case ApiFailure.Unexpected(var reference) -> Text.now("fallo.inesperado");
        };
    }

    /// The reference to copy; empty where there is none.
    public static String reference(ApiFailure failure) {
        return switch (failure) {
            case ApiFailure.Unexpected(var reference) -> reference;
            case ApiFailure.Refused(var problem) ->
                    problem.reference() == null ? "" : problem.reference();
            case ApiFailure.Offline(),
                    ApiFailure.SignedOut(),
                    ApiFailure.TooOld(),
                    ApiFailure.TooNew(),
                    ApiFailure.Cancelled() ->
                    "";
        };
    }

    private static String refused(Problem problem) {
        var after = problem.retryAfter();
        if (problem.code() == ProblemCode.CUENTA_BLOQUEADA && after != null) {
            var minutes = Math.max(1, Math.ceilDiv(after, 60L));
            return Text.now("fallo.bloqueada", Formats.duration(Duration.ofMinutes(minutes)));
        }
        if (problem.errors() != null && problem.errors().size() == 1) {
            return SharedText.of(Text.locale(), problem.errors().getFirst());
        }
        return SharedText.of(Text.locale(), problem.code());
    }
}
