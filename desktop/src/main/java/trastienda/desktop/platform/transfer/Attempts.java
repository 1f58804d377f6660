package trastienda.desktop.platform.transfer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import trastienda.shared.confrontas.ArchivoVenta;
import trastienda.shared.confrontas.EstadoArchivo;
import trastienda.shared.problem.FieldError;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;
import trastienda.shared.problem.Regla;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// One attempt to send a file, and what its outcome means.
record Attempts(Spool spool, Sender sender, Clock clock, Pace pace) {
    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

    TransferState once(
            Transfer transfer,
            int attempt,
            Cancellation cancellation,
            Consumer<TransferState> told) {
        if (cancellation.cancelled()) {
            return new TransferState.Cancelled();
        }
        told.accept(new TransferState.Sending(0, 0, null));
        try {
            var answer =
                    sender.send(
                            transfer,
                            () ->
                                    new ProgressMeter(
                                            spool.open(transfer.id()),
                                            transfer.size(),
                                            clock,
                                            cancellation,
                                            told),
                            cancellation);
            return verified(transfer, answer);
        } catch (ProblemException problem) {
            return passes(problem.code())
                    ? failed(
                            problem,
                            attempt,
                            problem.retryAfter() == null ? Duration.ZERO : problem.retryAfter())
                    : new TransferState.Refused(problem.code(), problem.errors());
        } catch (IOException cut) {
            LOG.info("transfer {} was cut at attempt {}", transfer.id(), attempt, cut);
            return cancellation.cancelled()
                    ? new TransferState.Cancelled()
                    : new TransferState.Failed(
                            null, attempt, clock.instant().plus(pace.backoff().apply(attempt)));
        }
    }

    private TransferState failed(ProblemException problem, int attempt, Duration least) {
        var wait = pace.backoff().apply(attempt);
        return new TransferState.Failed(
                problem.code(),
                attempt,
                clock.instant().plus(least.compareTo(wait) > 0 ? least : wait));
    }

    private static TransferState verified(Transfer transfer, ArchivoVenta answer) {
        if (answer.tamano() != transfer.size() || !transfer.sha256().equals(answer.sha256())) {
            return new TransferState.Refused(
                    ProblemCode.ARCHIVO_INVALIDO,
                    List.of(FieldError.of(LocalCheck.FIELD, Regla.ARCHIVO_CAMBIO)));
        }
        return answer.estado() == EstadoArchivo.GUARDADO
                ? new TransferState.Stored(answer)
                : new TransferState.PorSubir(answer);
    }

    /// Failures that another attempt can cure.
    private static boolean passes(ProblemCode code) {
        return switch (code) {
            case EN_PROCESO,
                    DEMASIADAS_PETICIONES,
                    REPOSITORIO_NO_DISPONIBLE,
                    BASE_NO_DISPONIBLE,
                    SIN_ESPACIO,
                    SOBRECARGA,
                    DESCONOCIDO,
                    NO_AUTENTICADO,
                    SESION_VENCIDA ->
                    true;
            default -> false;
        };
    }
}
