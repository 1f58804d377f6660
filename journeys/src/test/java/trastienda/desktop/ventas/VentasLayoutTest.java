package trastienda.desktop.ventas;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import trastienda.desktop.testing.Seat;
import trastienda.desktop.testing.Soon;

/// How list and detail share windows of other widths, beside navigation of 180.
class VentasLayoutTest {
    private static final double NAVIGATION = 180;

    private final Region list = new Region();
    private final Region detail = new Region();
    private Stage stage;

    @BeforeEach
    void open() {
        Seat.start();
        stage = Seat.fx(this::show);
    }

    private Stage show() {
        var split = new SplitPane(list, detail);
        var root = new StackPane(split);
        var frame = new BorderPane(root);
        var navigation = new Region();
        navigation.setMinWidth(NAVIGATION);
        frame.setLeft(navigation);
        var window = new Stage();
        window.setScene(new Scene(frame, 1_910, 800));
        var layout = new VentasLayout(root, split, list, detail, 0.39, (tab, alone) -> {});
        window.show();
        layout.showDetail(true);
        return window;
    }

    @AfterEach
    void close() {
        Seat.fx(
                () -> {
                    stage.close();
                    return true;
                });
    }

    @Test
    void aWindowThatShrinksLeavesTheDetailWhatItNeeds() {
        var wide = wide(1_910);
        assertThat(wide.list).isBetween(600.0, 720.0);
        var narrow = wide(1_278);
        assertThat(narrow.detail).isGreaterThanOrEqualTo(700);
        assertThat(narrow.list).isGreaterThanOrEqualTo(320);
        var narrower = wide(1_110);
        assertThat(narrower.list).isBetween(319.0, 330.0);
        assertThat(narrower.sum()).isLessThanOrEqualTo(1_110 - NAVIGATION);
        var tab = wide(1_024);
        assertThat(tab.detail).isGreaterThanOrEqualTo(400);
        assertThat(tab.sum()).isLessThanOrEqualTo(1_024 - NAVIGATION);
    }

    @Test
    void aWindowThatGrowsAgainGivesTheListItsWidthBack() {
        var wide = wide(1_910);
        wide(1_110);
        assertThat(wide(1_910)).isEqualTo(wide);
    }

    @Test
    void theDividerStaysWhereItWasDraggedAndNoClickElsewhereMovesIt() {
        var before = wide(1_910);
        drag(200);
        var dragged = wide(1_900);
        assertThat(dragged.list).isGreaterThan(before.list + 150);
        wide(1_110);
        Seat.fx(() -> fire(list, MouseEvent.MOUSE_RELEASED, 0));
        assertThat(wide(1_900)).isEqualTo(dragged);
    }

    @Test
    void whereTheFileIsATabTheDividerStillMoves() {
        var before = wide(1_024);
        drag(60);
        assertThat(wide(1_025).list).isGreaterThan(before.list + 40);
    }

    private void drag(double by) {
        Seat.fx(
                () -> {
                    var divider = stage.getScene().lookup(".split-pane-divider");
                    return fire(divider, MouseEvent.MOUSE_PRESSED, 500)
                            && fire(divider, MouseEvent.MOUSE_DRAGGED, 500 + by)
                            && fire(divider, MouseEvent.MOUSE_RELEASED, 500 + by);
                });
    }

    private static boolean fire(Node target, EventType<MouseEvent> type, double x) {
        target.fireEvent(
                new MouseEvent(
                        type,
                        x,
                        9,
                        x,
                        9,
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        false,
                        false,
                        true,
                        null));
        return true;
    }

    private Sides wide(double width) {
        Seat.fx(
                () -> {
                    stage.setWidth(stage.getWidth() - stage.getScene().getWidth() + width);
                    return true;
                });
        Soon.holds("the window is " + width, () -> Seat.fx(stage.getScene()::getWidth) == width);
        return Seat.fx(
                () -> {
                    stage.getScene().getRoot().layout();
                    return new Sides(list.getWidth(), detail.getWidth());
                });
    }

    private record Sides(double list, double detail) {
        double sum() {
            return list + detail;
        }
    }
}
