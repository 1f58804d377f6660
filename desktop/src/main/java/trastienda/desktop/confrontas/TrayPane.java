package trastienda.desktop.confrontas;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
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
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/// The open tray, 196 high: a head, the transfers, and what one may rely on.
final class TrayPane extends BorderPane {
    private static final double HEIGHT = 196;
    private static final double ROW = 36;

    TrayPane(TrayViewModel model, LongConsumer sale) {
        getStyleClass().add("tray-pane");
        setId("bandeja-archivos");
        setPrefHeight(HEIGHT);
        setMinHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        setTop(head(model));
        setCenter(list(model, sale));
        setRight(promise());
    }

    private static Region head(TrayViewModel model) {
        var title = new Label();
        title.textProperty().bind(Text.of("transferencias.bandeja"));
        title.getStyleClass().add("text-section");
        var summary = new Label();
        summary.getStyleClass().addAll("text-small", "text-muted");
        summary.textProperty()
                .bind(
                        Text.live(
                                () -> {
                                    var sum = model.sumProperty().get();
                                    return Text.now(
                                            "transferencias.resumen",
                                            sum.running(),
                                            sum.waiting(),
                                            sum.refused());
                                },
                                model.sumProperty()));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var retry = new Button();
        retry.textProperty().bind(Text.of("transferencias.reintentar"));
        retry.setGraphic(new FontIcon("fth-refresh-cw"));
        retry.getStyleClass().addAll("small", "flat");
        retry.setOnAction(click -> model.retryNow());
        var clear = new Button();
        clear.textProperty().bind(Text.of("transferencias.limpiar"));
        clear.getStyleClass().addAll("small", "flat");
        clear.setOnAction(click -> model.clearDone());
        for (var button : List.of(retry, clear)) {
            button.disableProperty().bind(Bindings.isEmpty(model.transfers()));
        }
        var head = new HBox(12, title, summary, gap, retry, clear);
        head.getStyleClass().add("tray-head");
        return head;
    }

    private static ListView<Transfer> list(TrayViewModel model, LongConsumer sale) {
        var list = new ListView<>(model.transfers());
        list.setFixedCellSize(ROW);
        list.getStyleClass().addAll("edge-to-edge", "tray-list");
        list.setCellFactory(view -> new Item(model::cancelOrDismiss, sale));
        var none = new Label();
        none.textProperty().bind(Text.of("transferencias.vacio"));
        none.getStyleClass().add("text-muted");
        list.setPlaceholder(none);
        list.accessibleTextProperty().bind(Text.of("transferencias.bandeja"));
        return list;
    }

    private static Region promise() {
        var title = new Label();
        title.setGraphic(new FontIcon("fth-shield"));
        title.textProperty().bind(Text.of("transferencias.puede_cerrar.titulo"));
        title.getStyleClass().add("text-strong");
        var text = new Label();
        text.textProperty().bind(Text.of("transferencias.puede_cerrar.texto"));
        text.setWrapText(true);
        text.getStyleClass().addAll("text-small", "text-muted");
        var error = new Label();
        error.textProperty().bind(Text.of("transferencias.puede_cerrar.error"));
        error.setWrapText(true);
        error.getStyleClass().addAll("text-small", "text-muted");
        var box = new VBox(8, title, text, error);
        box.getStyleClass().add("tray-promise");
        return box;
    }

    private static final class Item extends ListCell<Transfer> {
        private final FontIcon icon = new FontIcon("fth-arrow-up");
        private final Label name = new Label();
        private final Hyperlink venta = new Hyperlink();
        private final ProgressBar bar = new ProgressBar(0);
        private final Label words = new Label();
        private final Label bytes = new Label();
        private final Label speed = new Label();
        private final Label left = new Label();
        private final Button stop = new Button();
        private final HBox row;

        Item(Consumer<Transfer> stopped, LongConsumer sale) {
            name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            name.getStyleClass().add("text-strong");
            fixed(name, 200);
            venta.setMnemonicParsing(false);
            venta.setMinWidth(USE_PREF_SIZE);
            venta.getStyleClass().add("text-small");
            venta.setOnAction(
                    click -> {
                        venta.setVisited(false);
                        if (getItem() != null) {
                            sale.accept(getItem().target().ventaId());
                        }
                    });
            fixed(words, 0);
            words.getStyleClass().addAll("text-small", "text-muted");
            HBox.setHgrow(words, Priority.ALWAYS);
            words.setMaxWidth(Double.MAX_VALUE);
            bar.getStyleClass().add("transfer-bar");
            bar.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(bar, Priority.ALWAYS);
            figure(bytes, 132);
            figure(speed, 72);
            figure(left, 56);
            stop.setGraphic(new FontIcon("fth-x"));
            stop.getStyleClass().addAll("flat", "button-icon", "small");
            stop.setMinWidth(USE_PREF_SIZE);
            stop.setOnAction(
                    click -> {
                        if (getItem() != null) {
                            stopped.accept(getItem());
                        }
                    });
            row = new HBox(12, icon, name, venta, bar, words, bytes, speed, left, stop);
            row.getStyleClass().addAll("centered-row", "tray-item");
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            setPrefWidth(0);
        }

        private static void fixed(Label label, double width) {
            label.setMinWidth(width);
            label.setPrefWidth(width);
        }

        private static void figure(Label label, double width) {
            fixed(label, width);
            label.setAlignment(Pos.CENTER_RIGHT);
            label.getStyleClass().addAll("text-small", "text-muted");
        }

        @Override
        protected void updateItem(@Nullable Transfer transfer, boolean empty) {
            super.updateItem(transfer, empty);
            if (empty || transfer == null) {
                setGraphic(null);
                return;
            }
            icon.setIconLiteral(TransferWords.icon(transfer.state()));
            TransferWords.family(transfer.state()).paint(icon);
            name.setText(transfer.name());
            name.setTooltip(new Tooltip(transfer.name()));
            venta.setText(transfer.target().numero());
            venta.accessibleTextProperty()
                    .bind(Text.of("transferencias.ver_venta", transfer.target().numero()));
            words.textProperty().bind(TransferWords.state(transfer.state()));
            bytes.setText(TransferWords.bytes(transfer));
            bar.setProgress(TransferWords.share(transfer));
            var moving = transfer.state() instanceof TransferState.Sending;
            show(bar, moving);
            show(words, !moving);
            speed.setText("");
            left.setText("");
            if (transfer.state() instanceof TransferState.Sending(_, var fast, var rest)
                    && fast > 0) {
                speed.setText(Formats.speed(fast));
                left.setText(rest == null ? "" : Formats.duration(rest));
            }
            stop.setDisable(transfer.state() instanceof TransferState.Verifying);
            stop.accessibleTextProperty()
                    .bind(
                            Text.of(
                                    transfer.state().ended()
                                            ? "transferencias.quitar"
                                            : "transferencias.cancelar"));
            setGraphic(row);
        }

        private static void show(Node node, boolean now) {
            node.setVisible(now);
            node.setManaged(now);
        }
    }
}
