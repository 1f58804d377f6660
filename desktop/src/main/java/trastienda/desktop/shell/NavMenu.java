package trastienda.desktop.shell;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import trastienda.desktop.platform.i18n.Text;
import trastienda.desktop.platform.place.Place;
import trastienda.desktop.platform.ui.Icons;
import trastienda.desktop.platform.ui.KeyCap;

import java.util.ArrayList;
import java.util.List;

/// The navigation's items, grouped under headings, with the accent bar at the open one.
final class NavMenu {
    private final ShellViewModel model;
    private final List<ToggleButton> buttons = new ArrayList<>();
    private final List<Label> headings = new ArrayList<>();
    private final HBox collapseSlot;
    private final ToggleButton collapse = new ToggleButton();
    private final KeyCap collapseKey = new KeyCap("Ctrl B");

    NavMenu(ShellViewModel model, VBox items, HBox collapseSlot) {
        this.model = model;
        this.collapseSlot = collapseSlot;
        var group = Place.Group.NONE;
        for (var place : model.places()) {
            if (place.group() != group) {
                group = place.group();
                items.getChildren().add(heading(group));
            }
            items.getChildren().add(item(place));
        }
        items.addEventFilter(KeyEvent.KEY_PRESSED, this::move);
        collapseItem();
    }

    private Label heading(Place.Group group) {
        var label = new Label();
        label.textProperty()
                .bind(
                        Text.of(
                                switch (group) {
                                    case NONE, TRABAJO -> "shell.grupo.trabajo";
                                    case ADMINISTRACION -> "shell.grupo.administracion";
                                }));
        label.getStyleClass().add("nav-group");
        headings.add(label);
        return label;
    }

    private StackPane item(Place place) {
        var button = new ToggleButton();
        button.setId("nav-" + place.id());
        button.textProperty().bind(Text.of(place.titleKey()));
        button.setGraphic(Icons.of(place.icon()));
        button.getStyleClass().setAll("nav-item");
        button.setMaxWidth(Double.MAX_VALUE);
        button.accessibleTextProperty().bind(Text.of(place.titleKey()));
        button.setTooltip(tip(button));
        var mark = new Region();
        mark.getStyleClass().add("nav-mark");
        mark.setMouseTransparent(true);
        StackPane.setAlignment(mark, Pos.CENTER_LEFT);
        var inset = new StackPane(button);
        inset.getStyleClass().add("nav-item-slot");
        model.currentProperty()
                .subscribe(
                        current -> {
                            var here = place.equals(current);
                            button.setSelected(here);
                            mark.setVisible(here);
                        });
        button.setOnAction(
                event -> {
                    model.open(place.id());
                    button.setSelected(place.equals(model.currentProperty().get()));
                });
        buttons.add(button);
        return new StackPane(inset, mark);
    }

    private static Tooltip tip(ToggleButton button) {
        var tip = new Tooltip();
        tip.textProperty().bind(button.textProperty());
        return tip;
    }

    private void move(KeyEvent event) {
        var step = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
        if (step == 0) {
            return;
        }
        for (int at = 0; at < buttons.size(); at++) {
            if (buttons.get(at).isFocused()) {
                var next = Math.clamp(at + step, 0, buttons.size() - 1);
                buttons.get(next).requestFocus();
                event.consume();
                return;
            }
        }
    }

    private void collapseItem() {
        collapse.getStyleClass().setAll("nav-item");
        collapse.setId("nav-collapse");
        collapse.setGraphic(Icons.of("fth-sidebar"));
        collapse.textProperty().bind(Text.of("shell.contraer"));
        collapse.accessibleTextProperty().bind(collapse.textProperty());
        collapse.setMaxWidth(Double.MAX_VALUE);
        collapse.setOnAction(
                event -> {
                    collapse.setSelected(false);
                    model.collapsedProperty().set(!model.collapsedProperty().get());
                });
        HBox.setHgrow(collapse, Priority.ALWAYS);
        collapseSlot.getChildren().setAll(collapse, collapseKey);
    }

    /// Icons only, or icons and words; `forced` when the window is too narrow to choose.
    void collapse(boolean collapsed, boolean forced) {
        headings.forEach(
                heading -> {
                    heading.setVisible(!collapsed);
                });
        collapseKey.setVisible(!collapsed);
        collapseKey.setManaged(!collapsed);
        collapseSlot.setVisible(!forced);
        collapseSlot.setManaged(!forced);
    }
}
