package trastienda.desktop.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.TextFlow;

import org.jspecify.annotations.Nullable;

import trastienda.desktop.platform.i18n.Letters;
import trastienda.desktop.platform.i18n.Text;
import trastienda.desktop.platform.ui.Icons;
import trastienda.desktop.platform.ui.KeyCap;

/// One row of the palette; the typed letters stand out in its title.
final class PaletteCell extends ListCell<PaletteRow> {
    private final PaletteViewModel model;

    PaletteCell(PaletteViewModel model, Runnable run) {
        this.model = model;
        setOnMouseMoved(event -> model.select(getIndex()));
        setOnMouseClicked(
                event -> {
                    if (getItem() instanceof PaletteRow.Item) {
                        model.select(getIndex());
                        run.run();
                    }
                });
        selectedProperty().subscribe(this::refresh);
    }

    private void refresh() {
        updateItem(getItem(), isEmpty());
    }

    @Override
    protected void updateItem(@Nullable PaletteRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        setGraphic(row == null || empty ? null : graphic(row));
    }

    private Node graphic(PaletteRow row) {
        return switch (row) {
            case PaletteRow.Heading(var key) -> words(Text.now(key), "text-micro");
            case PaletteRow.Searching() -> words(Text.now("shell.paleta.buscando"), "text-small");
            case PaletteRow.Nothing(var key) -> words(Text.now(key), "text-small");
            case PaletteRow.Item item -> item(item);
        };
    }

    private static Label words(String text, String look) {
        var label = new Label(text);
        label.getStyleClass().addAll(look, "text-muted");
        return label;
    }

    private HBox item(PaletteRow.Item item) {
        var icon = Icons.of(item.icon());
        icon.getStyleClass().add("text-muted");
        var line = new HBox(12, icon, title(item.title()));
        line.setAlignment(Pos.CENTER_LEFT);
        var badge = item.badge();
        if (badge != null) {
            line.getChildren().add(badge.get());
        }
        if (!item.note().isEmpty()) {
            line.getChildren().add(words(item.note(), "text-body"));
        }
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        line.getChildren().add(gap);
        if (isSelected()) {
            line.getChildren().add(new KeyCap("↵"));
        } else if (!item.keys().isEmpty()) {
            line.getChildren().add(KeyCap.row(item.keys().toArray(String[]::new)));
        }
        setAccessibleText(item.title() + " " + item.note());
        return line;
    }

    private TextFlow title(String title) {
        var flow = new TextFlow();
        var typed = Letters.plain(model.queryProperty().get().replaceAll("^[>@]", "").strip());
        var at = typed.isEmpty() ? -1 : Letters.plain(title).indexOf(typed);
        if (at < 0 || Letters.plain(title).length() != title.length()) {
            piece(flow, title, false);
        } else {
            piece(flow, title.substring(0, at), false);
            piece(flow, title.substring(at, at + typed.length()), true);
            piece(flow, title.substring(at + typed.length()), false);
        }
        flow.setMaxHeight(Region.USE_PREF_SIZE);
        flow.setMinWidth(Region.USE_PREF_SIZE);
        return flow;
    }

    private static void piece(TextFlow flow, String text, boolean match) {
        if (!text.isEmpty()) {
            var piece = new javafx.scene.text.Text(text);
            if (match) {
                piece.getStyleClass().add("palette-match");
            }
            flow.getChildren().add(piece);
        }
    }
}
