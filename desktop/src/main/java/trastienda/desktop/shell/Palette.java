package trastienda.desktop.shell;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import trastienda.desktop.platform.i18n.Text;
import trastienda.desktop.platform.ui.Icons;
import trastienda.desktop.platform.ui.KeyCap;
import trastienda.desktop.platform.ui.Overlays;

/// The command palette over the window.
final class Palette {
    private static final double ROW = 40;
    private static final double MOST_HEIGHT = 460;

    private final PaletteViewModel model;
    private final Overlays overlays;
    private final VBox node = new VBox();
    private final TextField field = new TextField();
    private final ListView<PaletteRow> list = new ListView<>();
    private Overlays.@Nullable Opened opened;

    Palette(PaletteViewModel model, Overlays overlays) {
        this.model = model;
        this.overlays = overlays;
        node.getStyleClass().add("palette");
        node.setId("palette");
        node.getChildren().addAll(head(), list, foot());
        list.setItems(model.rows());
        list.setFixedCellSize(ROW);
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new PaletteCell(model, this::run));
        list.setMinHeight(0);
        model.rows()
                .subscribe(
                        () ->
                                list.setPrefHeight(
                                        Math.min(MOST_HEIGHT, model.rows().size() * ROW + 16)));
        model.selectedProperty()
                .subscribe(
                        at -> {
                            list.getSelectionModel().clearAndSelect(at.intValue());
                            if (at.intValue() >= 0) {
                                list.scrollTo(Math.max(0, at.intValue() - 6));
                            }
                        });
        node.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    private HBox head() {
        field.setId("palette-field");
        field.promptTextProperty().bind(Text.of("shell.buscar"));
        field.accessibleTextProperty().bind(Text.of("shell.buscar"));
        field.textProperty().bindBidirectional(model.queryProperty());
        HBox.setHgrow(field, Priority.ALWAYS);
        var head = new HBox(Icons.of("fth-search", 18), field, new KeyCap("Esc"));
        head.getStyleClass().add("palette-head");
        return head;
    }

    private static HBox foot() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var foot =
                new HBox(
                        KeyCap.row("↑", "↓"),
                        words("shell.paleta.elegir"),
                        KeyCap.row("↵"),
                        words("shell.paleta.abrir"),
                        gap,
                        words("shell.paleta.ayuda"));
        foot.getStyleClass().add("palette-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private static Label words(String key) {
        var label = new Label();
        label.textProperty().bind(Text.of(key));
        label.getStyleClass().addAll("text-small", "text-muted");
        return label;
    }

    void open() {
        if (opened != null && opened.isOpen()) {
            field.requestFocus();
            field.selectAll();
            return;
        }
        model.reset();
        opened = overlays.top(node);
        field.requestFocus();
    }

    private void onKey(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> consume(event, () -> model.move(1));
            case UP -> consume(event, () -> model.move(-1));
            case ENTER -> consume(event, this::run);
            default -> {
                // What is typed goes to the field.
            }
        }
    }

    private static void consume(KeyEvent event, Runnable action) {
        event.consume();
        action.run();
    }

    private void run() {
        var action = model.chosen();
        var now = opened;
        if (now != null) {
            now.close();
        }
        action.run();
    }
}
