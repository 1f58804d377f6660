package trastienda.desktop.platform.api;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import trastienda.desktop.platform.i18n.Text;
import trastienda.shared.problem.ProblemException;

import java.io.IOException;
import java.util.Locale;
import java.util.UUID;

/// What went wrong, in words a person understands. What nobody expected is logged once under a
/// short reference that can be read out on the telephone.
public record Failures(Text text) {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    /// A failure to show: `reference` is empty when there is nothing to look up.
    public record Shown(String message, String reference, boolean offline) {}

    /// The words for it.
    public Shown of(Exception failure) {
        return switch (failure) {
            case ProblemException problem when problem.errors().isEmpty() ->
                    new Shown(text.now(problem.code()), "", false);
            case ProblemException problem ->
                    new Shown(text.now(problem.errors().getFirst()), "", false);
            case WrongVersionException version ->
                    new Shown(
                            text.now(
                                    version.serverTooOld()
                                            ? "error.servidor_viejo"
                                            : "error.servidor_nuevo"),
                            "",
                            false);
            case IOException silence -> new Shown(text.now("error.sin_conexion"), "", true);
            default -> unexpected(failure);
        };
    }

    private Shown unexpected(Exception failure) {
        var reference = UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);
        LOG.error("reference {}", reference, failure);
        return new Shown(text.now("error.inesperado", reference), reference, false);
    }
}
