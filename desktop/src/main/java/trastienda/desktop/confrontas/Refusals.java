package trastienda.desktop.confrontas;

import javafx.beans.value.ObservableValue;

import trastienda.desktop.platform.api.ApiFailure;
import trastienda.desktop.platform.i18n.Formats;
import trastienda.desktop.platform.i18n.Text;
import trastienda.desktop.platform.ui.FailureText;
import trastienda.shared.problem.FieldError;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;
import trastienda.shared.problem.Regla;

import java.nio.file.FileSystemException;
import java.util.List;

/// Why a file is not taken, in words a clerk understands.
final class Refusals {
    private Refusals() {}

    static ObservableValue<String> words(Exception cause) {
        return switch (cause) {
            case DropProblem drop -> Text.of(key(drop.kind()));
            case NobodyOpens nobody -> Text.of("confrontas.abrir.nadie", nobody.name());
            case FileProblem file ->
                    Text.live(() -> file.name() + " · " + words(file.problem()).getValue());
            case ProblemException problem -> words(problem.code(), problem.errors());
            case FileSystemException unreadable -> Text.of("confrontas.soltar.leer");
            default -> FailureText.of(ApiFailure.of(cause));
        };
    }

    static ObservableValue<String> words(ProblemCode code, List<FieldError> errors) {
        return errors.isEmpty() ? Text.problem(code) : words(errors.getFirst());
    }

    private static ObservableValue<String> words(FieldError error) {
        var first = error.parametros().isEmpty() ? "" : error.parametros().getFirst();
        if (error.regla() == Regla.ARCHIVO_GRANDE && first.matches("\\d{1,15}")) {
            var limit = Long.parseLong(first);
            return Text.live(() -> Text.now("confrontas.rechazo.tamano", binary(limit)));
        }
        if (error.regla() == Regla.ARCHIVO_NO_ES_LO_QUE_DICE) {
            return Text.of(
                    first.contains("executable")
                                    || first.contains("msdownload")
                                    || first.contains("dosexec")
                            ? "confrontas.rechazo.programa"
                            : "confrontas.rechazo.tipo");
        }
        return Text.rule(error);
    }

    /// 10,485,760 bytes are "10 MB" to everybody who set that limit.
    private static String binary(long bytes) {
        var mega = 1024L * 1024;
        return bytes % mega == 0 ? Formats.number(bytes / mega) + "\u00a0MB" : Formats.bytes(bytes);
    }

    private static String key(DropProblem.Kind kind) {
        return switch (kind) {
            case SEVERAL -> "confrontas.soltar.varios";
            case FOLDER -> "confrontas.soltar.carpeta";
            case NOT_A_FILE -> "confrontas.soltar.no_es_archivo";
            case NOT_ALLOWED -> "confrontas.soltar.sin_permiso";
        };
    }
}
