package trastienda.desktop.confrontas;

import javafx.beans.value.ObservableValue;

import org.jspecify.annotations.Nullable;

import trastienda.desktop.platform.i18n.Formats;
import trastienda.desktop.platform.i18n.Text;
import trastienda.desktop.platform.transfer.Transfer;
import trastienda.desktop.platform.transfer.TransferState;
import trastienda.desktop.platform.ui.Family;
import trastienda.shared.problem.ProblemCode;

import java.time.Duration;
import java.time.Instant;

/// What a transfer says of itself.
final class TransferWords {
    private TransferWords() {}

    /// Where it stands, in words; the bytes of one that travels have places of their own.
    static ObservableValue<String> state(TransferState state) {
        return switch (state) {
            case TransferState.Waiting() -> Text.of("transferencias.esperando");
            case TransferState.Sending _ -> Text.of("transferencias.enviando");
            case TransferState.Verifying() -> Text.of("transferencias.verificando");
            case TransferState.Stored(var archivo) ->
                    Text.of(
                            archivo.vigente()
                                    ? "transferencias.guardado"
                                    : "transferencias.guardado_no_vigente");
            case TransferState.PorSubir _ -> Text.of("transferencias.quedo_por_subir");
            case TransferState.Refused(var code, var errors) -> Refusals.words(code, errors);
            case TransferState.Failed(var code, _, var again) -> again(code, again);
            case TransferState.Cancelled() -> Text.of("transferencias.cancelado");
        };
    }

    private static ObservableValue<String> again(@Nullable ProblemCode code, Instant again) {
        var key = code == null ? "transferencias.reintenta" : "transferencias.reintenta_ocupado";
        return Text.live(
                () -> {
                    var left = Duration.between(Instant.now(), again);
                    var shown = left.toMillis() < 1000 ? Duration.ofSeconds(1) : left;
                    return Text.now(key, Formats.duration(shown));
                });
    }

    /// `598 kB de 842 kB`.
    static String bytes(Transfer transfer) {
        var sent =
                switch (transfer.state()) {
                    case TransferState.Sending(var gone, _, _) -> gone;
                    case TransferState.Verifying(),
                            TransferState.Stored _,
                            TransferState.PorSubir _ ->
                            transfer.size();
                    case TransferState.Waiting(),
                            TransferState.Refused _,
                            TransferState.Failed _,
                            TransferState.Cancelled() ->
                            0L;
                };
        return Text.now("transferencias.de", Formats.bytes(sent), Formats.bytes(transfer.size()));
    }

    /// How much of it is there, from 0 to 1.
    static double share(Transfer transfer) {
        return switch (transfer.state()) {
            case TransferState.Sending(var gone, _, _) ->
                    transfer.size() == 0 ? 0 : (double) gone / transfer.size();
            case TransferState.Verifying(), TransferState.Stored _, TransferState.PorSubir _ -> 1;
            case TransferState.Waiting(),
                    TransferState.Refused _,
                    TransferState.Failed _,
                    TransferState.Cancelled() ->
                    0;
        };
    }

    /// The colour family of its state.
    static Family family(TransferState state) {
        return switch (state) {
            case TransferState.Waiting(), TransferState.Cancelled() -> Family.GRAY;
            case TransferState.Sending _, TransferState.Verifying(), TransferState.PorSubir _ ->
                    Family.BLUE;
            case TransferState.Stored _ -> Family.GREEN;
            case TransferState.Refused _ -> Family.RED;
            case TransferState.Failed _ -> Family.AMBER;
        };
    }

    /// The glyph of its state.
    static String icon(TransferState state) {
        return switch (state) {
            case TransferState.Waiting(), TransferState.PorSubir _ -> "fth-clock";
            case TransferState.Sending _ -> "fth-arrow-up";
            case TransferState.Verifying() -> "fth-shield";
            case TransferState.Stored _ -> "fth-check-circle";
            case TransferState.Refused _ -> "fth-x-octagon";
            case TransferState.Failed _ -> "fth-refresh-cw";
            case TransferState.Cancelled() -> "fth-slash";
        };
    }
}
