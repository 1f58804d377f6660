package trastienda.desktop.identidad;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import trastienda.desktop.platform.i18n.Text;
import trastienda.desktop.platform.ui.Avatar;
import trastienda.desktop.platform.ui.Icons;
import trastienda.shared.operacion.CuentaDemo;

import java.util.List;

/// A demo person to choose.
final class PersonCard {
    private static final double INNER = 264;

    private PersonCard() {}

    static Button of(CuentaDemo person, boolean chosen, Runnable choose) {
        var name = new Label(person.nombre());
        name.getStyleClass().add("text-strong");
        var does = Text.live(() -> Grupos.names(List.of(person.grupo())));
        var role = new Label();
        role.textProperty().bind(does);
        role.getStyleClass().addAll("text-small", "text-muted");
        var words = new VBox(name, role);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        var row =
                new HBox(
                        12,
                        new Avatar(person.nombre(), 32),
                        words,
                        Icons.of(chosen ? "fth-check" : "fth-chevron-right"));
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinWidth(INNER);
        var card = new Button();
        card.setId("demo-" + person.username());
        card.setGraphic(row);
        card.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        card.setMaxWidth(Double.MAX_VALUE);
        card.getStyleClass().add("person-card");
        card.accessibleTextProperty().bind(does.map(group -> person.nombre() + ", " + group));
        if (chosen) {
            card.getStyleClass().add("chosen");
        }
        card.setOnAction(event -> choose.run());
        return card;
    }
}
