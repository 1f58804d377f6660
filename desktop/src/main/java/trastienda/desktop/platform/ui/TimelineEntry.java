package trastienda.desktop.platform.ui;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// One change in a timeline: a circle of its family's colour, who, what, when, and a line to the
/// next.
public final class TimelineEntry extends HBox {
    private static final double HEIGHT = 44;

    private final TextFlow words = new TextFlow();

    /// @param last whether no other follows
    public TimelineEntry(Family family, String icon, String time, boolean last) {
        super(10);
        var circle = new StackPane(Icons.of(icon, 12));
        circle.getStyleClass().addAll("timeline-circle", family.styleClass());
        var line = new Region();
        line.getStyleClass().add("timeline-line");
        line.setVisible(!last);
        VBox.setVgrow(line, Priority.ALWAYS);
        var rail = new VBox(2, circle, line);
        rail.setAlignment(Pos.TOP_CENTER);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        words.setPadding(new Insets(1, 0, 8, 0));
        var when = new Label(time);
        when.getStyleClass().addAll("text-small", "text-muted");
        when.setMinWidth(Region.USE_PREF_SIZE);
        when.setPadding(new Insets(2, 0, 0, 0));
        getChildren().addAll(rail, words, when);
        setMinHeight(HEIGHT);
    }

    /// Adds who did it.
    public TimelineEntry who(String name) {
        return add(name + " ", "text-strong");
    }

    /// Adds plain words.
    public TimelineEntry what(String text) {
        return add(text);
    }

    /// Adds a field's change: the old value struck through, an arrow, the new one.
    public TimelineEntry change(String field, String from, String to) {
        add(field + ": ");
        if (!from.isEmpty()) {
            add(from, "text-struck");
            add(" \u2192 ", "text-muted");
        }
        return add(to + " ");
    }

    /// Adds any node, as a badge or a button.
    public TimelineEntry node(Node node) {
        words.getChildren().add(node);
        return this;
    }

    private TimelineEntry add(String text, String... classes) {
        var piece = new Text(text);
        piece.getStyleClass().addAll(classes);
        words.getChildren().add(piece);
        return this;
    }
}
