package trastienda.desktop.confrontas;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.input.Clipboard;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import trastienda.desktop.confrontas.FieldViewModel.State;
import trastienda.desktop.platform.i18n.Formats;
import trastienda.desktop.platform.i18n.Text;
import trastienda.desktop.platform.transfer.Held;
import trastienda.desktop.ventas.VentaFiles;
import trastienda.shared.ventas.VentaDetalle;

import java.util.List;

/// The place in the form where the confronta is dropped.
final class FieldController implements VentaFiles.Field {
    private final FieldViewModel model;
    private final VBox zone = new VBox(8);
    private final Label trouble = new Label();

    FieldController(FieldViewModel model) {
        this.model = model;
        zone.getStyleClass().addAll("drop-zone", "drop-field");
        zone.setId("form-confronta");
        trouble.getStyleClass().add("field-error");
        trouble.setWrapText(true);
        trouble.setGraphic(new FontIcon("fth-alert-triangle"));
        acceptOn(zone, () -> {});
        model.stateProperty().addListener((property, old, now) -> render());
        model.troubleProperty().addListener((property, old, now) -> render());
        render();
    }

    @Override
    public void acceptOn(Node sheet, Runnable dropped) {
        sheet.setOnDragOver(
                drag -> {
                    if (!zone.isDisabled() && Clip.looksLikeAFile(drag.getDragboard())) {
                        drag.acceptTransferModes(TransferMode.COPY);
                        if (!zone.getStyleClass().contains("over")) {
                            zone.getStyleClass().add("over");
                        }
                        drag.consume();
                    }
                });
        sheet.setOnDragExited(drag -> zone.getStyleClass().remove("over"));
        sheet.setOnDragDropped(
                drag -> {
                    zone.getStyleClass().remove("over");
                    drag.setDropCompleted(true);
                    drag.consume();
                    model.take(Clip.files(drag.getDragboard()));
                    dropped.run();
                });
    }

    private void render() {
        zone.getChildren()
                .setAll(
                        switch (model.stateProperty().get()) {
                            case State.Empty(var kept) -> empty(kept);
                            case State.Copying() -> copying();
                            case State.Holding(var copy) -> holding(copy);
                        });
        var cause = model.troubleProperty().get();
        if (cause != null) {
            trouble.textProperty().bind(Refusals.words(cause));
            zone.getChildren().add(trouble);
        }
    }

    private Node empty(@Nullable String kept) {
        var words = strong();
        words.textProperty()
                .bind(
                        kept == null
                                ? Text.of("confrontas.campo.texto")
                                : Text.of("confrontas.campo.actual", kept));
        var limits = small();
        limits.textProperty()
                .bind(
                        Text.of(
                                kept == null
                                        ? "confrontas.campo.limites"
                                        : "confrontas.campo.se_conserva"));
        var choose = button("confrontas.panel.elegir", "fth-upload", this::choose);
        return row("fth-upload-cloud", choose, words, limits);
    }

    private Node copying() {
        var words = strong();
        words.textProperty().bind(Text.of("confrontas.campo.leyendo"));
        var stop = button("confrontas.campo.quitar", "fth-x", model::discard);
        return row("fth-upload-cloud", stop, words, small());
    }

    private Node holding(Held copy) {
        var name = strong();
        name.setText(copy.name());
        var ready = small();
        ready.textProperty()
                .bind(
                        Text.live(
                                () ->
                                        Formats.bytes(copy.size())
                                                + " · "
                                                + Text.now("confrontas.campo.lista")));
        var remove = button("confrontas.campo.quitar", "fth-x", model::discard);
        return row("fth-file-text", remove, name, ready);
    }

    private static Label strong() {
        var label = new Label();
        label.getStyleClass().add("text-strong");
        label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        return label;
    }

    private static Label small() {
        var label = new Label();
        label.getStyleClass().addAll("text-small", "text-muted");
        label.setWrapText(true);
        return label;
    }

    private static Button button(String key, String icon, Runnable action) {
        var button = new Button();
        button.textProperty().bind(Text.of(key));
        button.setGraphic(new FontIcon(icon));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(click -> action.run());
        return button;
    }

    private static Node row(String icon, Button button, Label... words) {
        var lines = new VBox(2, words);
        HBox.setHgrow(lines, Priority.ALWAYS);
        var row = new HBox(12, new FontIcon(icon), lines, button);
        row.getStyleClass().add("centered-row");
        return row;
    }

    private void choose() {
        PaperChooser.choose(zone.getScene().getWindow())
                .ifPresent(chosen -> model.take(List.of(chosen)));
    }

    @Override
    public Node node() {
        return zone;
    }

    @Override
    public ReadOnlyObjectProperty<@Nullable String> heldProperty() {
        return model.heldProperty();
    }

    @Override
    public void keeps(String name) {
        model.keeps(name);
    }

    @Override
    public void restore(@Nullable String id) {
        if (id != null) {
            model.restore(id);
        }
    }

    @Override
    public boolean paste() {
        if (zone.isDisabled()) {
            return false;
        }
        var files = Clip.files(Clipboard.getSystemClipboard());
        if (!files.isEmpty()) {
            model.take(files);
            return true;
        }
        var picture = Clip.picture();
        if (picture == null) {
            return false;
        }
        var pixels = Clip.pixels(picture);
        model.takePicture(Text.now("confrontas.pegada"), () -> Clip.png(pixels));
        return true;
    }

    @Override
    public void discard() {
        model.discard();
    }

    @Override
    public void send(VentaDetalle venta) {
        model.send(venta);
    }
}
