package trastienda.desktop.ventas;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import trastienda.desktop.platform.list.Slot;
import trastienda.shared.ventas.VentaFila;

import java.util.function.BiConsumer;

/// A cell that shows a bar while its row is on its way. Its nodes are made once and stay in the
/// tree: what is taken out and put back while somebody scrolls is styled again each time.
final class FilaCell<N extends Node> extends TableCell<Slot<VentaFila>, @Nullable VentaFila> {
    private final N content;
    private final BiConsumer<N, VentaFila> fill;
    private final Region bar = new Region();
    private final StackPane both = new StackPane();

    FilaCell(N content, double barWidth, BiConsumer<N, VentaFila> fill) {
        this.content = content;
        this.fill = fill;
        bar.getStyleClass().add("skeleton-bar");
        bar.setMaxSize(barWidth, 10);
        bar.setPrefSize(barWidth, 10);
        both.setAlignment(Pos.CENTER_LEFT);
        both.setMinWidth(0);
        both.getChildren().setAll(bar, content);
        content.setVisible(false);
        bar.setVisible(false);
        setGraphic(both);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(@Nullable VentaFila fila, boolean empty) {
        super.updateItem(fila, empty);
        if (fila != null) {
            fill.accept(content, fila);
        }
        content.setVisible(fila != null);
        bar.setVisible(fila == null && !empty);
    }

    /// Two lines: what identifies, and what adds to it.
    static final class TwoLines extends VBox {
        private final Label first = new Label();
        private final Label second = new Label();

        TwoLines() {
            setAlignment(Pos.CENTER_LEFT);
            first.getStyleClass().add("text-strong");
            second.getStyleClass().addAll("text-small", "text-muted");
            getChildren().setAll(first, second);
        }

        void set(String one, String two) {
            first.setText(one);
            second.setText(two);
        }
    }
}
