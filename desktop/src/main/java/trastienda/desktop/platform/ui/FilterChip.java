package trastienda.desktop.platform.ui;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;

/// A filter that is on (blue, with a cross), or the chip that adds one.
public final class FilterChip extends Button {
    private FilterChip(ObservableValue<String> text) {
        textProperty().bind(text);
        setMnemonicParsing(false);
        getStyleClass().add("filter-chip");
        setMinWidth(USE_PREF_SIZE);
    }

    /// A filter that is on. A click opens it, a click on the cross or Delete removes it.
    public static FilterChip on(ObservableValue<String> text, Runnable edit, Runnable remove) {
        var chip = new FilterChip(text);
        chip.getStyleClass().add("active");
        var cross = Icons.of("fth-x", 13);
        cross.setMouseTransparent(false);
        cross.addEventHandler(
                MouseEvent.MOUSE_CLICKED,
                event -> {
                    event.consume();
                    remove.run();
                });
        cross.addEventHandler(MouseEvent.MOUSE_PRESSED, MouseEvent::consume);
        chip.setGraphic(cross);
        chip.setOnAction(event -> edit.run());
        chip.setOnKeyPressed(
                event -> {
                    if (event.getCode() == KeyCode.DELETE
                            || event.getCode() == KeyCode.BACK_SPACE) {
                        event.consume();
                        remove.run();
                    }
                });
        return chip;
    }

    /// *+ Filtro*: opens the choice of filters.
    public static FilterChip adding(ObservableValue<String> text, Runnable open) {
        var chip = new FilterChip(text);
        chip.setGraphic(Icons.of("fth-plus", 13));
        chip.setOnAction(event -> open.run());
        return chip;
    }
}
