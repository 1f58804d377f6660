package trastienda.desktop.confrontas;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import trastienda.desktop.platform.i18n.Formats;
import trastienda.desktop.platform.i18n.Text;
import trastienda.desktop.platform.transfer.Transfer;
import trastienda.desktop.platform.transfer.TransferState;

import java.util.List;

/// The open sale's transfer under its file: name, bar, bytes, speed, time left, cancel.
final class TransferCard extends VBox {
    private final FontIcon icon = new FontIcon("fth-arrow-up");
    private final Label name = new Label();
    private final Label state = new Label();
    private final Label figures = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final Button stop = new Button();
    private final StringProperty does = new SimpleStringProperty("");
    private boolean ended;

    TransferCard(Runnable cancel, Runnable dismiss) {
        super(6);
        getStyleClass().add("transfer-card");
        setId("transferencia");
        name.getStyleClass().add("text-strong");
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setMinWidth(60);
        state.setWrapText(true);
        state.setId("transferencia-estado");
        figures.getStyleClass().addAll("text-small", "text-muted");
        figures.setMinWidth(Region.USE_PREF_SIZE);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add("transfer-bar");
        stop.getStyleClass().addAll("flat", "button-icon");
        stop.setId("transferencia-parar");
        stop.setGraphic(new FontIcon("fth-x"));
        stop.accessibleTextProperty().bind(does);
        var tip = new Tooltip();
        tip.textProperty().bind(does);
        stop.setTooltip(tip);
        stop.setOnAction(
                click -> {
                    if (ended) {
                        dismiss.run();
                    } else {
                        cancel.run();
                    }
                });
        var head = new HBox(8, icon, name, stop);
        var foot = new HBox(8, state, figures);
        for (var filler : List.of(name, state)) {
            filler.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(filler, Priority.ALWAYS);
        }
        head.getStyleClass().add("centered-row");
        getChildren().setAll(head, bar, foot);
        show(null);
    }

    void show(@Nullable Transfer transfer) {
        var visible = transfer != null && !(transfer.state() instanceof TransferState.Cancelled);
        setVisible(visible);
        setManaged(visible);
        if (transfer == null || !visible) {
            return;
        }
        ended = transfer.state().ended();
        name.setText(transfer.name());
        icon.setIconLiteral(TransferWords.icon(transfer.state()));
        state.textProperty().bind(words(transfer.state()));
        TransferWords.family(transfer.state()).paint(this);
        bar.setProgress(TransferWords.share(transfer));
        var moving =
                transfer.state() instanceof TransferState.Sending
                        || transfer.state() instanceof TransferState.Verifying;
        bar.setVisible(moving);
        bar.setManaged(moving);
        figures.setText(moving ? figures(transfer) : Formats.bytes(transfer.size()));
        does.bind(Text.of(ended ? "transferencias.quitar" : "transferencias.cancelar"));
        stop.setDisable(transfer.state() instanceof TransferState.Verifying);
    }

    /// Who handed in a file while somebody else did is told the whole of it here.
    private static ObservableValue<String> words(TransferState state) {
        return state instanceof TransferState.Stored(var archivo) && !archivo.vigente()
                ? Text.of("confrontas.otra_vigente")
                : TransferWords.state(state);
    }

    private static String figures(Transfer transfer) {
        if (transfer.state() instanceof TransferState.Sending(_, var speed, var left)
                && speed > 0
                && left != null) {
            return TransferWords.bytes(transfer)
                    + " · "
                    + Text.now(
                            "transferencias.velocidad",
                            Formats.speed(speed),
                            Formats.duration(left));
        }
        return TransferWords.bytes(transfer);
    }
}
