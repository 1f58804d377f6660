package trastienda.desktop.confrontas;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.javafx.FontIcon;

import trastienda.desktop.platform.i18n.Text;

import java.util.List;

/// The bar over the page: name, pages, zoom, rotation, the whole screen, and the file's menu.
final class PageBar {
    private final HBox bar;
    private final PreviewViewModel model;
    private final FontIcon icon = new FontIcon("fth-file-text");
    private final Label name = new Label();
    private final Label pages = new Label();
    private final Button previous;
    private final Button next;
    private final List<Node> pageTools;
    private final List<Node> drawTools;
    private final Button whole;
    private final ChangeListener<PreviewState> shown = (property, old, now) -> render(now);
    private final MenuButton menu = new MenuButton();

    PageBar(HBox bar, PreviewViewModel model, Runnable fullScreen) {
        this.bar = bar;
        this.model = model;
        name.getStyleClass().add("text-strong");
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setMinWidth(0);
        name.setId("archivo-nombre");
        HBox.setMargin(name, new Insets(0, 8, 0, 8));
        var full = new Tooltip();
        full.textProperty().bind(name.textProperty());
        name.setTooltip(full);
        pages.getStyleClass().addAll("text-small", "text-muted");
        pages.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setMargin(pages, new Insets(0, 4, 0, 0));
        previous = button("fth-chevron-up", "confrontas.barra.anterior", model::previousPage);
        next = button("fth-chevron-down", "confrontas.barra.siguiente", model::nextPage);
        var smaller = button("fth-zoom-out", "confrontas.barra.alejar", model::zoomOut);
        var larger = button("fth-zoom-in", "confrontas.barra.acercar", model::zoomIn);
        var turn = button("fth-rotate-cw", "confrontas.barra.girar", model::rotate);
        whole = button("fth-maximize-2", "confrontas.barra.pantalla", fullScreen);
        menu.setGraphic(new FontIcon("fth-more-horizontal"));
        menu.getStyleClass().addAll("icon-menu");
        menu.setId("archivo-menu");
        tip(menu, "confrontas.barra.mas");
        pageTools = List.of(pages, previous, next);
        drawTools = List.of(smaller, larger, turn, whole);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        bar.getChildren().setAll(icon, name, gap);
        bar.getChildren().addAll(pageTools);
        bar.getChildren().addAll(drawTools);
        bar.getChildren().add(menu);
        model.stateProperty().addListener(shown);
        render(model.stateProperty().get());
    }

    /// Turns beside the menu while a file is fetched or written.
    void follow(ReadOnlyIntegerProperty working) {
        var wheel = new ProgressIndicator();
        wheel.getStyleClass().add("small-wheel");
        wheel.accessibleTextProperty().bind(Text.of("confrontas.barra.trabajando"));
        wheel.visibleProperty().bind(working.greaterThan(0));
        wheel.managedProperty().bind(wheel.visibleProperty());
        bar.getChildren().add(bar.getChildren().indexOf(menu), wheel);
    }

    /// The bar of the whole screen: no menu, and the way out instead of the way in.
    void leaves() {
        bar.getChildren().remove(menu);
        whole.setGraphic(new FontIcon("fth-minimize-2"));
        tip(whole, "confrontas.barra.salir");
    }

    /// Follows the preview no longer.
    void close() {
        model.stateProperty().removeListener(shown);
        pages.textProperty().unbind();
        previous.disableProperty().unbind();
        next.disableProperty().unbind();
    }

    MenuButton menu() {
        return menu;
    }

    void showName(String file, String contentType) {
        name.setText(file);
        icon.setIconLiteral(contentType.startsWith("image/") ? "fth-image" : "fth-file-text");
    }

    private void render(PreviewState state) {
        var drawn = state instanceof PreviewState.Drawn;
        var count = state instanceof PreviewState.Drawn(_, var number) ? number : 0;
        show(drawTools, drawn);
        show(pageTools, drawn && count > 1);
        bar.setVisible(!(state instanceof PreviewState.None));
        bar.setManaged(bar.isVisible());
        if (drawn) {
            pages.textProperty()
                    .bind(Text.of("confrontas.barra.paginas", model.pageProperty().add(1), count));
            previous.disableProperty().bind(model.pageProperty().isEqualTo(0));
            next.disableProperty()
                    .bind(
                            Bindings.createBooleanBinding(
                                    () -> model.pageProperty().get() >= count - 1,
                                    model.pageProperty()));
        }
    }

    private static void show(List<Node> nodes, boolean now) {
        for (var node : nodes) {
            node.setVisible(now);
            node.setManaged(now);
        }
    }

    private static Button button(String glyph, String key, Runnable action) {
        var button = new Button();
        button.setGraphic(new FontIcon(glyph));
        button.getStyleClass().addAll("flat", "button-icon", "small");
        button.setOnAction(click -> action.run());
        tip(button, key);
        return button;
    }

    private static void tip(ButtonBase button, String key) {
        var tip = new Tooltip();
        tip.textProperty().bind(Text.of(key));
        button.setTooltip(tip);
        button.accessibleTextProperty().bind(Text.of(key));
        button.setMinWidth(Region.USE_PREF_SIZE);
    }
}
