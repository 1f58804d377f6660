package trastienda.desktop.confrontas;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.javafx.FontIcon;

import trastienda.desktop.platform.i18n.Text;
import trastienda.desktop.platform.ui.Family;
import trastienda.desktop.platform.ui.Note;

/// The lines under the page.
final class FootNotes {
    private FootNotes() {}

    static Node porSubir() {
        var note = new Note(Family.BLUE, "fth-clock", Text.of("confrontas.panel.por_subir"));
        note.setId("archivo-por-subir");
        return note;
    }

    static Node older(Runnable back) {
        var words = new Label();
        words.setGraphic(new FontIcon("fth-file"));
        words.textProperty().bind(Text.of("confrontas.panel.antigua"));
        var link = new Hyperlink();
        link.textProperty().bind(Text.of("confrontas.panel.ver_vigente"));
        link.setOnAction(click -> back.run());
        return strip(Family.GRAY, words, link);
    }

    static Node problem(ObservableValue<String> text, Runnable dismiss) {
        var words = new Label();
        words.setGraphic(new FontIcon("fth-alert-triangle"));
        words.textProperty().bind(text);
        words.setWrapText(true);
        words.setId("archivo-problema");
        var close = new Button();
        close.setGraphic(new FontIcon("fth-x"));
        close.getStyleClass().addAll("flat", "button-icon", "small");
        close.accessibleTextProperty().bind(Text.of("transferencias.quitar"));
        close.setOnAction(click -> dismiss.run());
        return strip(Family.RED, words, close);
    }

    private static Node strip(Family family, Label words, Node end) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        if (end instanceof Region region) {
            region.setMinWidth(Region.USE_PREF_SIZE);
        }
        var strip = new HBox(8, words, gap, end);
        strip.getStyleClass().add("note");
        family.paint(strip);
        return strip;
    }
}
