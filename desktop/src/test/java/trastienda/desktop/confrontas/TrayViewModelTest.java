package trastienda.desktop.confrontas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import trastienda.desktop.platform.transfer.Transfer;
import trastienda.desktop.platform.transfer.TransferState;
import trastienda.shared.problem.ProblemCode;
import trastienda.shared.problem.ProblemException;

import java.io.IOException;
import java.nio.file.Path;

/// *Archivos en curso*: what is counted, and what can be taken off the list.
final class TrayViewModelTest {
    @TempDir Path home;
    private final FakeConfrontas server = new FakeConfrontas();
    private Sending sending = unopened();
    private TrayViewModel tray = unopened();

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    private static <T> T unopened() {
        return null;
    }

    @BeforeEach
    void open() throws IOException {
        sending =
                new Sending(
                        home,
                        (transfer, content, cancellation) -> {
                            if (transfer.name().startsWith("mala")) {
                                throw ProblemException.of(ProblemCode.ARCHIVO_INVALIDO);
                            }
                            return server.send(transfer, content, cancellation);
                        });
        tray = new TrayViewModel(sending.queue(), sending);
    }

    @AfterEach
    void close() {
        sending.close();
    }

    private TransferState state(Transfer transfer) {
        return tray.transfers().stream()
                .filter(each -> each.id().equals(transfer.id()))
                .map(Transfer::state)
                .findFirst()
                .orElseGet(TransferState.Waiting::new);
    }

    @Test
    void countsWhatWaitsWhatWasRefusedAndNothingThatArrived() throws IOException {
        var good = sending.send(1, "buena.pdf");
        sending.until("it is kept", () -> state(good) instanceof TransferState.Stored);
        assertThat(tray.sumProperty().get()).isEqualTo(TrayViewModel.Sum.NOTHING);
        var bad = sending.send(2, "mala.pdf");
        sending.until("it is refused", () -> state(bad) instanceof TransferState.Refused);
        server.away = true;
        var late = sending.send(3, "tarde.pdf");
        sending.until("it failed", () -> state(late) instanceof TransferState.Failed);
        var sum = tray.sumProperty().get();
        assertThat(sum.refused()).isOne();
        assertThat(sum.waiting()).isOne();
        assertThat(sum.running()).isZero();
        assertThat(sum.size()).isEqualTo(late.size());
        assertThat(sum.share()).isZero();
        assertThat(sum.idle()).isFalse();
    }

    @Test
    void aFailedOneGoesOutWhenOneSaysSo() throws IOException {
        server.away = true;
        var late = sending.send(3, "tarde.pdf");
        sending.until("it failed", () -> state(late) instanceof TransferState.Failed);
        server.away = false;
        tray.retryNow();
        sending.until("it is kept", () -> state(late) instanceof TransferState.Stored);
        assertThat(tray.sumProperty().get().idle()).isTrue();
    }

    @Test
    void endedOnesAreTakenOffTheListAndTheOthersStay() throws IOException {
        var good = sending.send(1, "buena.pdf");
        sending.until("it is kept", () -> state(good) instanceof TransferState.Stored);
        server.away = true;
        var late = sending.send(3, "tarde.pdf");
        sending.until("it failed", () -> state(late) instanceof TransferState.Failed);
        tray.clearDone();
        assertThat(tray.transfers()).extracting(Transfer::id).containsExactly(late.id());
        tray.cancelOrDismiss(tray.transfers().getFirst());
        sending.until("it was stopped", () -> state(late) instanceof TransferState.Cancelled);
        tray.cancelOrDismiss(tray.transfers().getFirst());
        assertThat(tray.transfers()).isEmpty();
    }
}
